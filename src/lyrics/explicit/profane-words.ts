/** Words that are profane wherever they stand; those with harmless senses are in `word-senses.ts`. Written for this project. */
export const STRONG_WORDS =
  'fuck fuk fuks fuked fuker fuc fck fcuk fvck phuck phuk phuq fuq fuqq fux fuxk fucc fuccs fuccin fuccing fkn fkin fking fckn fckin fcking fukin fuking ' +
  'fukn fuckin effin effing eff-ing fugging fugn fuggin fvcking fvckin foken feck fecking fookin fooking fook fok ' +
  'shit shyt shiet shieet sheeit shite shites shitey shiet shiznit shizz shat shitter shitters shitted ' +
  'bitch bich bytch biatch biyatch beeyotch beyotch biotch beotch biznatch biznitch byatch betch bitches bitchin bitching bitchy bitchez biches ' +
  'cunt cunts cunty cuntface kunt kunts ' +
  'asshole assholes arsehole arseholes azzhole azzholes ahole aholes asswipe asswipes asshat asshats assclown assclowns dumbass dumbasses ' +
  'dumass jackass jackasses smartass smartasses fatass fatasses lardass badass badasses punkass bigass broke-ass bitchass hoeass punkassed ' +
  'candyass hardass wiseass wiseasses lameass weakass tightass kickass asskisser asskissing assface assholery asslicker halfass halfassed ' +
  'weirdass azz azzes a55 arsewipe arselicker arsed ' +
  'dickhead dickheads dickface dickwad dickweed dickless dickbag dickish dicksucker dicksucking dicksuckin dickriding dickrider dickriders dickridin dikk ' +
  'cocksucker cocksuckers cocksucking cocksuckin cockblock cockblocks cockblocking cockblocker cockhead ' +
  'pussyass pussies pussys pussyhole pussyclaat pussio puzzy poosy pussi ' +
  'motherfucker motherfuckers motherfucking motherfuckin mofo mofos mf mfs mfer mfers mfr mfn mfing mfin mfkr mfker muhfucka muhfuckas muhfucker muthafucka muthafuckas ' +
  'mothafucka mothafuckas mothafucker muhfuh mufucka mufuckas mufugga mothersucker mafucka muhfuckin ' +
  "stfu wtf wtaf gtfo gtfoh lmfao f'd fuhck fuhcking fuhk f'n f'in f'ing mf'in mf'ing mf'n omfg idgaf ffs af asf tf jfc milf milfs " +
  'whore whores whorehouse whorish whoring manwhore slut sluts slutty slutted sluttish skank skanks skanky thot thots thotty thottie thotties hoebag hoes hoez ' +
  'twat twats twatty wanker wankers wank wanking wanked wankstain tosser tossers bellend bellends knobhead knobheads bollocks bollox bollock gobshite ' +
  'douchebag douchebags douche douchey ' +
  'prickhead sonofabitch sumbitch sonuvabitch sonofabitches bumboclaat bumbaclot bumboclot bloodclaat bloodclot bomboclaat bombaclat bumbaclaat rasclaat raasclaat rassclaat ' +
  'shitass bullshit bullshitter bullshitting bullshitted horseshit batshit apeshit dipshit chickenshit dogshit jackshit ' +
  'turd turds asscrack assload assloads shitload shitloads ' +
  'puta putas puto putos pendejo pendejos pendeja cabron cabrones kurwa blyat blyad suka cyka putain merde mierda scheisse hijueputa malparido joder culero chingar chingada chingado verga mamaguevo vaffanculo cazzo stronzo arschloch hurensohn fotze wichser';

/** Words that mean sex and nothing else, in the language of the street. */
export const SEXUAL_WORDS =
  'blowjob blowjobs handjob handjobs rimjob rimjobs deepthroat deepthroats deepthroating deepthroated cumshot cumshots creampie creampies ' +
  'bukkake gangbang gangbangs gangbanged threesome threesomes foursome foursomes orgy orgies doggystyle doggiestyle backshot backshots jizz jizzed jism ' +
  'fellatio cunnilingus analingus masturbate masturbates masturbated masturbating masturbation masturbatin titties tiddies titty tits titfuck clit clits ' +
  'clitoris coochie cooch coochies coochi cootchie punani punany poontang poonani cumming cummin cums cummed nutted boner boners hardon dildo dildos buttplug ' +
  'dickdown dickmatized schlong schlongs pornhub sextape sextapes cunilingus sexting quickie quickies fingerbang fingerbanging fingerbanged fistfuck pegging ' +
  'horniest orgasms orgasming orgasmed orgasm ejaculate ejaculates ejaculated ejaculating squirting fap fapping titjob camgirl fleshlight ' +
  'nympho nymphos sixtynine bootyhole butthole cameltoe wap queef facefuck spitroast sodomize sodomized sodomy dickprint buttsex toppy knockers jerkoff jackoff coitus';

export const SLURS =
  'nigga niggas niggaz niggah niggahs nigguh nigguhs nigger niggers nigg niggs nig nigs niqqa niqqas nikka nikkas niggress nigress niggress ' +
  'nigglet niglet negress jigaboo jigaboos jiggaboo jigaboo porchmonkey pickaninny picaninny sambo darkie darkies golliwog golliwogs ' +
  'faggot faggots fag fags faggy faggoty fagot fagots fagg fgt dyke dykes dykey lesbo lesbos lezzie lezzies lezzer bulldyke bulldyker carpetmuncher ' +
  'poof poofs poofter poofters pooftah shemale shemales tranny trannies trannie ladyboy ladyboys battyboy battyman battymen bumboy bumboys shirtlifter queerbait ' +
  'kike kikes kyke kykes hymie hymies yid yids heeb heebs shylock ' +
  'spic spics spick spicks spik wetback wetbacks beaner beaners greaseball greaseballs wop wops dago dagos guinea-bastard ' +
  'chink chinks chinky chinkie gook gooks zipperhead zipperheads slanteye slanteyes jap japs chinaman chinamen chingchong ' +
  'paki pakis raghead ragheads towelhead towelheads sandnigger cameljockey ' +
  'coon coons redskin redskins injun injuns squaw squaws abo abos boong boongs kaffir kaffirs kafir gypo gypos pikey pikeys gyppo gyppos ' +
  'retard retards retarded tard tards fucktard fucktards libtard libtards mongoloid mongoloids spaz spazz spastic spastics mong ' +
  'honky honkey honkies wigger wiggers wigga wiggas whigger polack polacks';

export const MILD_WORDS =
  'damn damned damnit dammit damnn dayum dayumn goddamn goddam goddamned goddamnit goddammit gotdamn godamn hell hellhole crap crappy craps crapped bullcrap ' +
  'bastard bastards piss pissed pisses pissing pissin pisser pissy butt butts butthead buttface bugger buggers arse arses ' +
  'lmao lmaoo fricking freaking frickin freakin friggin frigging bs sob bloody-hell jackwagon ass asses dumbbutt';

/** No English word but these forms contains them: wherever in a word. */
export const ROOTS_ANYWHERE = [
  'fuck',
  'bitch',
  'niggas',
  'motherf',
  'muthaf',
  'mothaf',
  'muthaphuck',
  'mothaphuck',
  'cocksuck',
  'asshole',
];

/** Beginnings of profane words. */
export const ROOTS_AT_START = [
  'shitt',
  'shithe',
  'shitho',
  'shitfa',
  'shitsh',
  'shitst',
  'shitb',
  'shitl',
  'shitw',
  'cunt',
  'slutt',
  'nigger',
  'nigga',
  'faggot',
  'whore',
  'pussya',
  'dickhe',
  'dicksu',
  'phuk',
  'phuck',
  'fvck',
  'fck',
  'jizz',
  'bumbacl',
  'bomboc',
  'bumboc',
  'pussyc',
  'muhfu',
  'mufuck',
  'mofuck',
] as const;

/** Ends of profane words. */
export const ROOTS_AT_END = [
  'shit',
  'shits',
  'shitting',
  'shitter',
  'whore',
  'dickhead',
  'cunt',
  'wanker',
  'nigga',
  'niggas',
  'nigger',
] as const;

/** Words that contain a root and are harmless. */
export const HARMLESS_FORMS =
  'wankel fuchsia snigger sniggers sniggered sniggering niggardly niggard niggards fukushima fukuoka fukui fukuyama shittim shittah cuntline mishit bitcher mishits ' +
  'shitake shiitake matsushita yamashita nigeria fukuda assess';

/** Slurs and oaths that are looked for behind asterisks and other marks, besides the strong ones. */
export const MASKED_TOO =
  'shithead shitheads shitface fuckface fuckboy fuckboys clusterfuck asshat shitshow shitstorm dipshit dumbass jackass badass fuckwit mindfuck fuckup bullshitter bitchass ' +
  'kill kills killed killing murder rape raped rapist sex sexy porn cocaine heroin weed drugs suicide ' +
  'cock cocks dick dicks pussy hoe hoes prick pricks cum ass asses tit';
