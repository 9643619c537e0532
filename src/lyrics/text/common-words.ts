/** Everyday words: not names when capitalised, and not used to summarise a song. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    "i i'm i'ma i've i'll i'd a an the and but or so if when where who what why how that this these those there here it it's its he she " +
    'they we you me my your his her our their us them him yo yeah yes no nah uh uhh huh hey ho oh ooh ah aha ay ayy aye woo woah whoa ' +
    "okay ok alright right well now then just like let lets let's come get got gon gonna gotta wanna can can't could will won't would do " +
    "don't does did is are am was were be been ain't have has had not never ever all every everybody everything nobody nothing one two " +
    'three four five six seven eight nine ten god lord jesus christ allah amen heaven hell devil satan bible monday tuesday wednesday ' +
    'thursday friday saturday sunday january february march april may june july august september october november december christmas ' +
    'easter mama momma mom papa daddy dad baby babe girl boy man men woman women lady ladies nigga niggas bitch bitches mr mrs miss ' +
    'lil big young old new good bad black white red blue green brown gold real true love life time day night money shit fuck damn check ' +
    'hip hop rap mc dj tv cd dvd bmx suv english spanish french african american black-american jamaican latin latino indian chinese ' +
    'japanese italian german russian mexican cuban north south east west street avenue road boulevard city town block hood club king ' +
    'queen mic album song verse chorus hook intro outro x to from for with of on in at by up down out off over under as than too also ' +
    'because cause cuz till until while after before about into through again back still more most much many some any other such same'
  ).split(' '),
);
