import { join } from 'node:path';

/** Who trains. */
export const TRAINERS = ['openai', 'together', 'lora'] as const;
export type Trainer = (typeof TRAINERS)[number];

/** The model that is trained unless another is named. */
export const BASE_MODELS: Readonly<Record<Trainer, string>> = {
  openai: 'gpt-4.1-mini-2025-04-14',
  together: 'Qwen/Qwen3-8B',
  lora: 'Qwen/Qwen3-4B-Instruct-2507',
};

/** Fewest examples that the trainer accepts. */
export const FEWEST_EXAMPLES: Readonly<Record<Trainer, number>> = { openai: 10, together: 1, lora: 1 };

export interface Started {
  folder: string;
  model: string;
  seed: number;
  /** Tokens of the longest example. */
  longest: number;
}

/** A word of a shell, as it is. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Shell lines that upload the files and start the training. Keys are read from the environment. */
export function startCommand(trainer: Trainer, { folder, model, seed, longest }: Started): string[] {
  const files = { train: join(folder, 'train.jsonl'), validation: join(folder, 'validation.jsonl') };
  if (trainer === 'together')
    return [
      `together files check ${quoted(files.train)} && together files check ${quoted(files.validation)}`,
      `together files upload ${quoted(files.train)} && together files upload ${quoted(files.validation)}`,
      `together fine-tuning create --training-file TRAIN_FILE_ID --validation-file VALIDATION_FILE_ID --n-evals 3 --n-epochs 3 --lora --model ${quoted(model)}`,
    ];
  if (trainer === 'lora')
    return [
      'pip install trl peft',
      `trl sft --model_name_or_path ${quoted(model)} --dataset_name ${quoted(folder)} --eval_strategy epoch --num_train_epochs 3 --use_peft --lora_r 16 --lora_alpha 32 --max_length ${Math.ceil(longest / 1024) * 1024} --seed ${seed} --output_dir ${quoted(join(folder, 'adapter'))}`,
    ];
  const base = `"\${OPENAI_BASE_URL:-https://api.openai.com/v1}"`;
  const key = `-H "Authorization: Bearer $OPENAI_API_KEY"`;
  const upload = (file: string): string =>
    `curl ${base}/files ${key} -F purpose=fine-tune -F file=@${quoted(file)}`;
  const job = JSON.stringify({
    training_file: 'TRAIN_FILE_ID',
    validation_file: 'VALIDATION_FILE_ID',
    model,
    seed,
  });
  return [
    upload(files.train),
    upload(files.validation),
    `curl ${base}/fine_tuning/jobs ${key} -H 'Content-Type: application/json' -d ${quoted(job)}`,
  ];
}
