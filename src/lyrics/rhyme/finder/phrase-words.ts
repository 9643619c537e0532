/**
 * What a word can be in a phrase: D determiner, K before a determiner ("all the"), S subject, O object, X auxiliary,
 * V verb, W past verb, G verb in -ing, N noun that needs a determiner, M noun that stands alone, A adjective, B adverb,
 * R preposition, F of, Q before of ("one of a kind"), T particle, C conjunction.
 */
export type WordClass =
  | 'D'
  | 'K'
  | 'S'
  | 'O'
  | 'X'
  | 'V'
  | 'W'
  | 'G'
  | 'N'
  | 'M'
  | 'A'
  | 'B'
  | 'R'
  | 'F'
  | 'Q'
  | 'T'
  | 'C';

/** Everyday words from which phrases are built, by class; longer words are classed by their endings. */
const LISTS: Readonly<Partial<Record<WordClass, string>>> = {
  D: 'the a my your his her our their this that no some every each one two',
  K: 'all half both',
  S: "i you he she we they i'd you'd we'd they'd i'll you'll we'll they'll",
  O: 'it me you him her us them that this',
  X: "can can't won't will don't could would should must might didn't couldn't wouldn't shouldn't gonna gotta wanna",
  V: `act add aim ask back beat beg bend bet bite blame bleed blend bless block blow boast break breathe bring build burn
    buy call care catch change chase check choose climb clean close come cook cool cope count crawl cross cry cut dance
    dare deal die dig drag draw dream dress drift drink drive drop eat face fade fail fall fear feed feel fight fill find
    fit fix flip float flow fly fold follow forget forgive free gain gather get give go grab grind grip grow guard guess
    guide hang hate have hear heat help hide hit hold hope hunt hurt join judge jump keep kick kill kiss knock know land
    last laugh lay lead lean learn leave lend lie lift light like listen live lock look lose love make mean meet miss mix
    move name need open own pack paint pass pay pick place plan plant play plead please point pour pray press prove pull
    push put race rain raise reach read rest ride ring rise risk rock roll ruin rule run rush save say score see seek sell
    send serve set settle shake shape share shift shine shoot shout show shut sing sink sit slam sleep slide slip slow
    smell smile smoke snap sound speak spend spill spin spit split spread stack stand stare start stay steal step stick
    stop strike study suffer swallow swear swim swing take talk taste teach tear tell test thank think throw toss touch
    trade train travel treat trip trust try turn twist use visit wait wake walk want warn wash waste watch wear whisper win
    wish wonder work worry wrap write yell`,
  W: `asked ate beat became began bent bet bit bled blew bought bound broke brought built burned called came caught chased
    chose cried cut did died dreamed dressed drew drove dropped faced fed fell felt fit flew fought found froze forgot gave
    got grew had heard held hid hit hurt kept knew laid learned led left let lied lit lived looked lost loved made meant met
    missed moved needed owned paid passed picked played put ran read rode said sat saw sent set shook shot shut slept slid
    sold spent split spoke spread stood stole stopped struck stuck swore taught thought threw told took tore tried turned
    waited walked wanted wore went woke won wrote`,
  G: `beating being breaking bringing calling chasing coming counting crying cutting dancing doing dreaming drinking driving
    dropping dying eating facing falling feeling fighting finding flying getting giving going growing hating having hearing
    hiding hitting holding hoping hurting keeping kicking killing knowing laughing leading learning leaving letting living
    looking losing loving lying making meaning missing moving needing passing paying playing praying pulling pushing putting
    reaching reading riding rising rolling ruling running rushing saving saying seeing selling sending setting shaking
    shining showing singing sitting sleeping smoking speaking spending spitting standing starting staying stealing taking
    talking teaching telling thinking throwing touching trusting trying turning using waiting waking walking wanting watching
    wearing winning wishing working writing`,
  N: `age air aim arm art back bag bank bar base beach bear beast beat bed bell belt bench bet bill bird bit blade block board
    boat body bone book boot born boss bottle bottom bowl box boy brain brick bridge bride brother building bus cage call
    camp candle cap captain car card case cat cause cell center chain chair chance change charge chase chest chief child city
    class clock cloud club coast coat code coin cop corner couch couple court cover crack crew crime cross crowd crown cup
    curse daddy dance date daughter day deal desk devil diamond dime dinner doctor dog dollar door doubt dove dream dress
    drink drive driver drop drum edge end enemy engine eye face fact fall family father fear field fight fire fish fist flag
    flame flash flight floor flow flower foot force friend front future game gang garden gate ghost gift girl glass goal
    god grave grind ground group guard guess guest guide gun guy habit hall hammer hand hat head heart heater hell hero hit
    hole home hood hook hope horse hour house hunter husband idea inch island jail job joke journey judge key kid kind king
    kitchen knife lady lake land lane law lawyer leader leaf leg letter level lie life light line lion list lord love
    mama man map mark market master match matter meal meaning message middle mile million mind minute mirror moment money
    moon morning mother motion motor mountain mouth movie name nation neck needle neighbor news night nose note number ocean
    office paper park part party past path penny people perfect person phone picture piece pill pistol place plan plane plate
    player pocket poem poet point pool power prayer preacher present president prison problem promise queen question race
    rain reason record rest rhyme rhythm ride ring river road rock roof room rope rose rule scar scene school score sea
    season seat secret seed shadow shape shell ship shirt shoe shop shot show side sign silence sin singer sister skin sky
    slave sleeve smile smoke snake soldier son song soul sound space spirit spot stage stain stair star start state station
    step stone store storm story stranger street struggle student style sun system table tail teacher team tear temple test
    thing thought thrill throat throne ticket tiger time toe ton top touch tower town track trade trail train trap tree trial
    trick trigger trip trouble truck truth turn view village villain vision voice wall war watch water wave way weapon week
    weight wheel whip whole wife wind window wing winner winter wish witness wolf woman wonder word work world worm wound year
    yard zone`,
  M: `anger blood bread cash chains change class coffee cold courage crime danger dawn days death debts dirt dreams dust
    energy evil eyes faith fame fate fear fire flames flesh flow food freedom friends fun funds games glory gold grace grief
    guns gunsmoke hands hate health hearts heat heaven heights hell history home honor hope ice jail joy justice kids kings
    knowledge lies life light lights lines lips loss love luck magic mercy millions minds money moonlight murder music nature
    nights odds oil pain paper peace people pieces plans pleasure poison power prayers pressure pride problems proof
    rage rain reasons respect rhymes rivers roads scars school secrets shadows shame shoes sight silence silver sin sins skills
    skin sleep smoke snow songs sorrow souls space speed stars steel stones streets stress strength style success sugar summer
    sunlight sunshine tears terms thieves things thoughts thunder time times tricks trouble trust truth vision voices war
    water waves ways wealth weather weed wind winter wisdom words work years youth`,
  A: `able afraid alive alone angry awake bad bare best better big bitter black blank blessed blind blue bold born brave bright
    broke broken brown busy calm cheap chill clean clear clever close cold cool crazy cruel cute damn dark dead deep different
    dirty dope down dry dumb dusty dull early easy empty evil fair fake false famous far fast fat fearless fine first flat fly
    foreign free fresh full funny gentle glad golden gone good grand gray great green grimy gritty guilty happy hard harder
    healthy heavy high higher holy hood hot huge humble hungry insane kind last late lazy lean legal lethal little live local
    lonely long loose lost loud low lucky mad main major mean mental mighty minor modern naked narrow nasty neat new nice
    numb odd old open ordinary pale perfect phony plain poor pretty proud pure quick quiet rare raw ready real red rich
    right rough royal ruthless sacred sad safe sane scared second secret serious shady sharp shiny short sick silent silly
    simple single slick slim slow small smart smooth sober soft solid special steady strange straight strong stupid sudden
    sweet tall tame thick thin third thirsty tight tiny tired tough tricky true ugly vicious vital warm wasted weak wealthy
    weird wet white whole wicked wide wild wise worth wrong young`,
  B: `again ahead alone alright always anyway apart around aside away back before behind below better daily down ever far fast
    first forever hard here high home inside instead just late later long low maybe more never now often once
    outside over right slow somehow soon still then there though today together tomorrow tonight too twice well`,
  F: 'of',
  Q: 'one none some most all plenty out half',
  R: 'in on at to for with from by like through off over under near past without inside behind beneath above around against into',
  T: 'up down out off in on over back away around through along apart',
  C: 'and or but',
};

/** Classes of a word by its ending, for words of at least two syllables that no list has. */
const ENDINGS: readonly (readonly [RegExp, readonly WordClass[]])[] = [
  [/ly$/, ['B']],
  [/ing$/, ['G']],
  [/ed$/, ['A']],
  [/(al|ic|ous|ive|ful|less|able|ible|ent|ant|ish|ary)$/, ['A']],
  [/(tions|sions|ments|ities|ers|ors|ists|ness)$/, ['M']],
  [/(tion|sion|ment|ity|er|or|ist|ship|hood|ure|age|ance|ence|ism|dom|acle)$/, ['N']],
];

const CLASSES = new Map<string, WordClass[]>();
for (const [name, list] of Object.entries(LISTS)) {
  for (const word of list.split(/\s+/)) {
    const known = CLASSES.get(word);
    if (known) known.push(name as WordClass);
    else CLASSES.set(word, [name as WordClass]);
  }
}

/** Forms of a regular verb: "roll", "rolled", "rolling". */
function formsOf(verb: string): readonly (readonly [string, WordClass])[] {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const past = verb.endsWith('y') && !/[aeo]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  return [
    [past, 'W'],
    [`${stem}ing`, 'G'],
  ];
}

for (const verb of LISTS.V?.split(/\s+/) ?? []) {
  for (const [form, name] of formsOf(verb)) if (!CLASSES.has(form)) CLASSES.set(form, [name]);
}

/** Every listed word and the regular forms of listed verbs, of which some do not exist. */
export const PHRASE_WORDS: readonly string[] = [...CLASSES.keys()];

/** The classes of a word; empty where neither a list nor its ending tells. */
export function classesOf(word: string): readonly WordClass[] {
  const listed = CLASSES.get(word);
  if (listed) return listed;
  return ENDINGS.find(([ending]) => ending.test(word))?.[1] ?? [];
}
