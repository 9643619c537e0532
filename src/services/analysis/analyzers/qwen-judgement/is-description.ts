import { echoesPrompt } from '../../../../llm/prompts/analysis-v2.ts';
import { addressesModel } from '../../../models/addresses-model.ts';

/** Patterns that no description contains: addresses, markup, template marks. */
const NO_DESCRIPTION = /https?:|www\.|[<>{}`]|\n/;

/** Whether words of a model can describe a song: no markup, no order to a model, not our own instructions. */
export const isDescription = (words: string): boolean =>
  !NO_DESCRIPTION.test(words) && !addressesModel(words) && !echoesPrompt(words);
