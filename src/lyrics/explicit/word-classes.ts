/**
 * Classes of words that the phrases of `scenes` name in capitals. `word+` stands for a regular verb in all its forms, `word#` for
 * a noun and its plural; a class may contain others. Written for this project.
 */
export const WORD_CLASSES: Readonly<Record<string, string>> = {
  // People.
  HIM: 'him her you ya u yall whoever anyone anybody someone somebody everybody everyone FOLK',
  THEM: 'them em us HIM',
  SELF: 'myself yourself himself herself themselves',
  POSS: 'your his her their yo yer ya somebodys everybodys someones FOLK',
  ANY: 'my our POSS',
  DET: 'a an the this that these those some any every another one two three four five six both all ANY',
  FOLK:
    'man men boy# boyfriend# girl# girlfriend# guy# dude# kid# child children baby babies woman women lady ladies wife wives ' +
    'husband# cop# police policeman policemen officer# pig# fed# opp# ops enemy enemies rival# foe# snitch snitches witness witnesses ' +
    'clerk# cashier# driver# guard# teacher# student# mother# mom# mama# momma# father# dad# daddy brother# bro sister# son# ' +
    'daughter# family families fam crew# gang# cousin# uncle# aunt# neighbor# neighbour# boss homie# homeboy# nigga# niggas ' +
    'nigger# bitch bitches hoe# motherfucker# fucker# thug# gangster# gangsta# soldier# stranger# victim# hostage# people folk# crowd# judge# ' +
    'priest# president# mayor hater# sucker# punk# fool# traitor# bastard# informant# civilian# crook# burglar# intruder# dog# ' +
    'cat kitten# puppy horse# prisoner# hooker# whore# waitress nurse doctor ex partner team bodyguard# parents grandma grandpa ' +
    'chick# shorty shawty ho queen ops oppositions dealer# lover',
  // The body.
  BODY: 'stomach belly gut# arm# leg# knee# thigh# shoulder# hand# foot feet flesh skin body bodies side waist hip# FACE INNARDS',
  FACE:
    'face# head# brain# skull# neck# throat# chest# back spine# jaw# teeth tooth rib# eye# temple# dome# forehead# ear# nose# mouth# ' +
    'lip# cheek# chin# kneecap# bone# cranium wig noodle grill melon torso frontal medulla noggin mug windpipe',
  INNARDS: 'lung# kidney# liver vein# artery arteries spleen intestine# entrails bowels guts',
  BONE: 'jaw# skull# neck# nose# rib# teeth tooth kneecap# knee# leg# arm# bone# spine# face head# dome# wig melon cranium wrist# ankle# collarbone eye_socket',
  PRIVATE:
    'dick# cock# pussy pussies clit# tits titty titties nipple# balls nuts ass butt booty crotch penis vagina cunt# boobs boobies ' +
    'breast# tit coochie cooch punani poon panties thong# taint asshole cootchie yoni ' +
    'groin wiener schlong cleavage bosom pum cootch twat anus',
  // Arms.
  ARMS: 'FIREARM BLADE CLUB AMMO bomb# grenade# rifle# heat steel iron strap# pole# stick# nine forty burner# toolie four# fo fifth extendo switch',
  FIREARM:
    'gun# handgun# glock# glizzy glizzies pistol# revolver# rifle# shotgun# uzi# mac# tec# choppa# chopper# draco# drac ak# ak47# ar# ar15# ' +
    'beretta# ruger# magnum# derringer gat# gatt blicky blick burner# strap# smg carbine# machinegun# m16 mp5 hk deagle carbon kalashnikov# ' +
    'ratchet heater# biscuit nina switch stick# pole# sawed sawn pump 9mm 45 38 357 44 glick stizzy fn barrel# thompson nine glocky 12gauge hammer toolie fye skrap',
  BLADE:
    'knife knives blade# shank# machete# sword# axe# ax razor# dagger# switchblade# cleaver# chainsaw# scissors box_cutter boxcutter# ' +
    'rambo zombie katana# icepick ox bayonet# shiv# scalpel# chete skeng pitchfork# hatchet# screwdriver# glass bottle#',
  CLUB: 'bat# brick# hammer# crowbar# pipe# wrench wrenches chain# belt# shovel# cord rope# pliers bottle# fist# boot# golf_club stick# rock# stone# tire_iron poker baton# whip truncheon tire_iron',
  AMMO: 'bullet# slug# hollow# hollows rounds lead shells clip# buckshot shots tips cap# gunshot# hollowtip# hollowtips gunfire',
  CARRIED:
    'waist waistline waistband hip lap side dresser pillow seat glovebox dash holster belt pants jeans tuck',
  // Deeds against people.
  KILL:
    'kill+ murder+ slaughter+ butcher+ execute+ assassinate+ behead+ decapitate+ lynch+ strangle+ suffocate+ dismember+ massacre+ ' +
    'mutilate+ torture+ kidnap+ molest+ stab+ shoot shoots shot shooting bludgeon+ disembowel+ electrocute+ shank+ merk+ murk+ ' +
    'waterboard+ whack+ bodied bodying maim+ exterminate+ gut+ impale+ knife+ hanged choke+ throttle+ asphyxiate+ abduct+ slay slays slain slaying scalp+ castrate+ murdalize+',
  RAPE: 'rape+ rapist#',
  SMOKE_HIM:
    'smoke+ clap+ pop+ drill+ blast+ drop+ dump+ spin spun spinning burn+ slime+ flatline+ zip+ blick+ dome+ splash splashed splashing chef cheffed wet wetting dip dipped poke+ clip+ heat ride riding rode hunt+ catch caught catching blitz+ body bodied spank+ touch+ stretch+ cook+ fry slump+ hit hitting park+ line ching chinged bore bored ',
  STRIKE:
    'hit hits hitting punch+ kick+ smack+ slap+ smash+ crack+ bash+ stomp+ slam+ whack+ clobber+ headbutt+ elbow+ clock+ sock+ deck+ uppercut+ ' +
    'beat beats beating beaten strike strikes struck striking pound+ knock+ pistol_whip whip+ bust+ bop+ pummel+ thump+ jab+ swing swung swinging lash+ cut cuts cutting stab+ shoot shot shoots shooting poke+ blast+ pop+ ram+ knee+ bite bites bit biting',
  BREAK:
    'break breaks broke broken breaking crack+ crush+ snap+ shatter+ fracture+ bust+ split+ splits smash+ bash+ cave+ dislocate+ rearrange+',
  CUT: 'cut cuts cutting slice+ slit slits slitting chop+ carve+ saw+ rip+ tear tears tore tearing torn slash+ hack+ gouge+ sever+ pluck+ yank+ peel+ skin+ pull+ bite bit',
  FIRE: 'bust+ fire+ squeeze+ dump+ spray+ empty empties emptied emptying unload+ let lets letting send sent sending lick licking licked pump+ bang+ blast+ spit spitting catch caught dodge+ dodging take took buss pop+ popping popped rain+',
  DEAD: 'dead bleeding leaking leakin lifeless stretched slumped breathless twitching gasping unconscious crippled paralyzed headless stinking stiff cold bloody',
  GRAVE:
    'dirt ground grave# morgue casket# coffin# hearse cemetery graveyard trunk# ditch ditches river lake swamp ocean obituary obituaries bag# box wheelchair woods desert freezer basement well tomb',
  SURFACE:
    'wall# floor# carpet# dashboard# dash pavement concrete street# sidewalk# window# windshield ceiling# shirt# knife shoes sneakers kitchen mattress blade tiles asphalt curb corner bricks dress sheets axe machete hood seats steps porch',
  CRAFT:
    'beat# mic# verse# track# stage# flow# bar rhyme# rhyming dance dancefloor show# mixtape# song# lyric# freestyle booth album# dj set solo guitar drum# instrumental bassline riff performance audience laughing laughter jokes exam interview audition presentation sketch punchline# hook# pen cypher',
  PICTURE:
    'camera# photo# photos film# movie# video# scene# portrait# lens kodak polaroid cupid arrow# look text message# email# glance# smile# dm hoop# basket# basketball puck goal# scene documentary selfie magazine wedding commercial music_video',
  CONTEST:
    'chess race# game# court basketball tennis pool poker checkers cards match score# points season final# finals playoff# league mile madden fifa marathon video',
  COOKING:
    'egg# onion# garlic carrot# potato# bread cake# dough cream chicken steak soup sauce butter sugar flour oven recipe rice beans tomato# salad pan stove toast grill dinner supper breakfast lunch turkey salmon fish',
  // Bodies together.
  LUST: 'lick+ suck+ taste tasted tasting eat eats ate eating kiss+ rub+ stroke+ touch+ finger+ grab+ squeeze+ play+ bite bit biting tongue+ nibble+ caress+ ride riding rode swallow+ spank+ smack+ slap+ fondle+ grope+ tickle+ tease+ massage+ feel felt feeling choke+ gag+ pound+ beat beating fuck+ fill+ pull+ hit hitting spread open munch+ slide slid sliding nut+ cum see show showing grind+ squeeze+ sniff+ smell+ worship+ want wanna wants need give gave giving gimme jerk+ shake+ pop+ throw twerk+ bounce+',
  PARTNER: 'me you her him us she he my your his ya u shorty shawty mami baby girl daddy papi boo it that',
  UNDRESS:
    'take takes took taking pull+ slide slides slid sliding drop+ rip+ remove+ peel+ tear tore slip+ get strip+ lose come snatch+ roll+ kick+ wiggle+',
  UNDERWEAR:
    'panty panties thong# bra# underwear drawers boxers briefs g_string clothes dress skirt jeans lingerie negligee pants shirt stockings robe zipper gown bikini',
  TIME_LONG: 'night day morning hour# minute# weekend dawn sunrise noon long week',
  // Drugs.
  SOBER:
    'sober sobriety rehab doctor# nurse hospital medical medicinal medicine prescription prescribed law laws legal legalized legalize legalise quit quitting ' +
    'recovery recovering lecture warning museum documentary article scientist# study news',
  HARD:
    'cocaine heroin meth methamphetamine methamphetamines fentanyl fent ketamine mdma lsd pcp dmt xan# xans xanax xannies xanny xannys perc# percs percocet# perky perkys perkies percoset percies ' +
    'oxy oxys oxycontin oxycodone roxy roxies vicodin# vicodins codeine promethazine adderall addy addys shroom# ecstacy amphetamine# ' +
    'crackrock crackrocks quaalude# mescaline psilocybin peyote ayahuasca wockhardt wock actavis tramadol# hydrocodone benzos ghb pcp ' +
    'mephedrone yayo yeyo llello perico krokodil speedball# speedballing rohypnol roofies roofie dilaudid lortab# norco#',
  WEED:
    'marijuana cannabis ganja kush sativa indica thc spliff# doobie# bong# reefer# sensi sensimilla zaza sinsemilla sticky_icky spliffs weed blunt# ' +
    'backwood# swisher# doob joint# dank chronic hash hashish edible# dabs wax pot mary_jane maryjane sour_diesel diesel og hydro dro mids reggie skunk haze cali gelato runtz zip za loud gas grass herb herbs bud buds tree trees green greens pack dope wood woods cone grabba splif skunk bowl pipe vape cart carts bammer endo indo bubonic cess crip ooh_wee sess thai cheeba tree marihuana hemp',
  GRASS:
    'weed blunt# joint# spliff# bong# kush doobie# reefer ganja backwood# swisher# marijuana dro hydro zaza doob bleezy blizzy ' +
    'cannabis',
  LEAF: 'GRASS chronic pot bud loud dope za wood woods gas cone bowl jay jays fatty stogie pre_roll preroll tree trees hash dank edibles herb herbs pack la lah cess cheeba green sacks',
  LIGHTING: 'smoke+ puff+ blaze+ toke+ inhale+ roll+ spark+ chief+',
  POWDER:
    'coke cocaine blow snow powder white yayo dust ket ketamine speed crystal meth adderall addy heroin line# bump# rail# molly pills flake fishscale percs',
  PILL: 'pill# perc# percs xan# xans molly mollies mollys bean# bar tabs tab ecstasy x e addy addys adderall oxy roxy ecstasy e_pill xannies percocet# benzos perky perkys vicodin ritalin thizz downer# upper# capsule# tabs',
  SYRUP:
    'lean drank syrup mud codeine purple purp dirty wock wockhardt actavis tris tussin dirty_sprite hi_tech red tech oil act qualitest promethazine prometh texas_tea barre sizzurp cough_syrup',
  STASH:
    'crack coke dope work weight brick# bricks kilo# kilos ki kis keys key pack# ounce# ounces gram# grams pound# pounds rock# rocks yay yayo base white weed pills drug# drugs product zips zip ' +
    'cocaine heroin meth fentanyl molly xans percs smack pounds onions birds bird dime# dimebags nicks eightball# eighths eighth qps qp pies blow raw yola nickel_bags caine snow loud p ps pot narcotics dust ecstasy acid chickens fishscale perico speed tree trees hash hard soft girl nickels substances',
  MEASURE:
    'gram# ounce# kilo# ki key# brick# pound# eighth# line# lines bump# bag# dime# zip# pack# bale# rock# tab# sheet# hit# rail# vial# baggie# stash quarter half eightball# pint# deuce four zone# onion# ton# shot slab kilogram# boatload pinch block brick# duffle duffel',
  SMOKING:
    'smoke+ puff+ blaze+ toke+ inhale+ burn+ roll+ light lights lit lighting hit hits hitting pass+ twist+ spark+ face faced facing blow blowing bun bunning steam+ chief+ hotbox hotboxing pull+ lick choke+ choking vape+ cough+ rip+ bust billing bill lace+ laced load+ pack+ break bring wrap+ splitting split stuff+ grind+ grow growing grew buy bought buying cop copped copping stash+ blowin puffin puffing off sipping bumming ash scoring scored score share+ sharing',
  SNORTING:
    'sniff+ snort+ inhale+ bump+ do does did doing racking racked rack toot+ hoover+ cut cutting chop+ key_bumping crush+ rail+ railing tooting',
  POPPING:
    'pop+ take takes took taking taken swallow+ eat ate eating drop+ crush+ gobble+ downed downing down munch+ pop+ mix+ chase+ need bust off roll+ double+ chew+ gulp+ sold sell trip+ dissolve+',
  DEALING:
    'sell+ sold deal+ dealt push+ flip+ sling slings slang slanging slinging serve+ move+ traffic trafficking trafficked smuggle+ cook+ ' +
    'whip+ bag+ weigh+ distribute+ supply+ ship+ trap+ hustle+ chop+ stretch+ juggle+ shotting transport+ import+',
  GETTING:
    'get gets got getting gettin gotten stay stays staying stayed im i wanna feel feeling felt shes hes keep keeps kept we were youre theyre',
};
