/** What a model is taught to answer: the Worker's whole prompt, or only the targets of the data set. */
export const ANSWER_FORMS = ['full', 'targets'] as const;
export type AnswerForm = (typeof ANSWER_FORMS)[number];
