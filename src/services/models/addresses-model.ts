import { foldLine } from '../../lyrics/text/fold.ts';

const ASKS = 'ignore|disregard|forget|override|bypass|skip|drop';
const ORDERS = 'instructions?|prompts?|guidelines|directives?|system message';
const FIELDS =
  'sentiment|emotions?|themes?|quality|confidence|summary|entities|subgenre|wordplay|score|rating';

/** Phrases that address a model and not a listener. Narrow, because a rapper may rap about machines. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(`\\b(?:${ASKS})\\b.{0,40}\\b(?:${ORDERS})\\b`),
  new RegExp(
    `\\b(?:${ASKS})\\b.{0,20}\\b(?:the above|everything above|all of the above|what came before)\\b`,
  ),
  new RegExp(`\\b(?:new|real|hidden|secret|actual|updated|following|previous|prior)\\s+(?:${ORDERS})\\b`),
  /\b(?:system|developer) (?:prompt|message|role|override|note)\b/,
  /^(?:\W*)(?:system|assistant|developer|user)\s*(?:\]|>|:)/,
  /\byou are (?:now )?(?:an? |the )?(?:ai|assistant|chatbot|(?:large )?language model|llm|gpt|qwen|text classifier)\b/,
  /\bas an ai\b|\bjailbreak|\bdeveloper mode\b|\bend of (?:the )?(?:lyrics|song|input|data)\b/,
  /\b(?:output|return|respond|reply|answer|print|emit)\b.{0,40}\b(?:json|schema|verbatim|(?:only|exactly|nothing but|just) (?:with )?(?:the )?(?:word|text|string|following)s?)\b/,
  new RegExp(
    `\\b(?:set|make|mark|put|report|return|output|give|rate)\\b.{0,40}\\b(?:${FIELDS})\\b.{0,20}(?:\\b(?:to|as|of|is|at)\\b|[:=]).{0,12}(?:\\d|\\b(?:max|maximum|positive|negative|neutral|mixed|full|top|perfect)\\b)`,
  ),
  new RegExp(`["']?\\b(?:${FIELDS})\\b["']?\\s*[:=]\\s*["'{[\\d]`),
  /<\|?\/?\s*(?:im_start|im_end|think|lyrics|system|assistant|endoftext|eot_id)\b|\[\/?inst\]|```|\/(?:no_)?think\b/,
];

/** Whether a line addresses a model: such a line is neither shown to the model nor accepted as evidence. */
export function addressesModel(line: string): boolean {
  const folded = foldLine(line);
  return PATTERNS.some((pattern) => pattern.test(folded));
}
