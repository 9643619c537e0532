// `cuss` rates words by how certain it is that they are profane in general English. In rap many of them are everyday
// words, so these are rated harmless, ...
const HARMLESS =
  'spit spitter dope gangsta stringer triplex backdoorman beanbag boonies bungalow cheesehead chunky cocky cooly coolie curry ' +
  'dahmer dego dix dong eight_ball floo gables geez geezer geni glazeddonut gora greaser gringo gringos gypsy gypsies hadji haji ' +
  'hillbilly hiscock hobo horis hussy jeez jig jigga jiggas jiggs jiggy juggalo kum kwa lugan mams manpaste mockey mau moky ' +
  'moslem muncher noonan nudger pansy payo pee peehole pimped pimper poms pud puke rearend reefer rere rigger rimming sadis ' +
  'sambo scallywag sheeney skwe slanty slapper slave slopey sloper sooty spig spunky squa stringer stupid dumb idiot moron loser ' +
  'looser lowlife sucker suckers swalow swallower taff tang tar tinker tinkers tortur trots turnon twinkie uck ukrop usama vibr ' +
  'vomit wab waysted weenie welfare welcher whash whiz willie wn wop wuss yank yanks bum batty commie crap crapper crappy ' +
  'cock_fight evl ero fok forni fu gob goy gross gubs homobangers hebe hooters hotdamn hork honger jebus krap limey polack poo ' +
  'poop pooper posse redneck rednecks redskin ribbed ritz sadom sissy six_sixsix spic_n_span tard teste vibrator wtf wigga shav panti';
// ... these are rated strong although cuss only calls them likely, ...
const STRONG =
  'shit shits bitch bitches pussy dick dicks cock cocks tits tit clit suck_my porn cum cumming ' +
  "motherfuckers muthafucka muthafuckas muthafuckin mothafuckas mothafuckin' motherfuckin' bitchin fuckboy fuckboys bullshitting bullshittin";
// ... and these, harmless in general, are rated mild.
const MILD =
  "damn damned dammit goddamn ass hell butt booty bastard bastards pimp pimps pimpin pimping ho hoes asses piss pissed crap sexy sex horny nude naked boobs hoe ho' booties screwed";

/** Words counted as harmless, strong or mild regardless of the word list. */
export const HEARD_AS: ReadonlyMap<string, 'harmless' | 'strong' | 'mild'> = new Map([
  ...HARMLESS.split(' ').map((word) => [word, 'harmless'] as const),
  ...STRONG.split(' ').map((word) => [word, 'strong'] as const),
  ...MILD.split(' ').map((word) => [word, 'mild'] as const),
]);

/** The words of cuss's "likely" class that are about a body, an act or a curse rather than a subject. */
export const MILD_LIKELY: ReadonlySet<string> = new Set(
  (
    'anus balls ballsack bondage boob boobs condom crotch damn damnation dildo dyke ejaculate ejaculation erection fag fart ' +
    'feces fetish foreskin fornicate foursome genital horny intercourse kinky nipple nude orgasm orgy penis porno pornography ' +
    'prostitute pube rectum scrotum semen sexy sexual shag sperm testicle testicles threesome turd vagina vulva whore'
  ).split(' '),
);
