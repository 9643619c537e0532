/**
 * Words that are profane in some senses only. Readings are tried in order: `prev` and `next` name the words beside, `near` words or
 * classes anywhere in the line, `name` a capital that means a name; the last reading is for everything else.
 */
export const SENSES = `
dick,dicks | name: none | next van von tracy clark cheney turpin whittington grayson: none | prev moby spotted uncle mr mister aunt grandpa grandfather andy philip tom k private tricky deadeye: none | next and harry jane: none | strong profanity
cock,cocks | near FARM: none | next crow crows crowed crowing a robin and of fight fights your his her my the it back: none | prev weather black turkey game half pea wood fighting stop: none | strong sexual
prick,pricks | near NEEDLEWORK: none | next up my your her his the of: none | prev pin needle to will finger: none | strong profanity
pussy | next cat cats willow willows foot riot hat: none | strong profanity
tit | next for mouse willow: none | prev blue great coal marsh willow crested bearded tailed the: none | near BIRD: none | strong sexual
tits | near BIRD: none | prev blue coal marsh willow tailed: none | strong sexual
titty,titties,tiddies | strong sexual
hoe | near GARDEN: none | next handle down downs the that cake cakes: none | prev back: none | strong profanity
hoes | near GARDEN: none | strong profanity
ho | prev ho heave tally westward gung land yo hey hi: none | next ho chi hum: none | prev a that this your you my dirty lil little stupid bitch the nasty crack triflin trifling some these them no bad: strong profanity | none
hos | strong profanity
cum | prev magna summa: none | next laude: none | near ROOM: none | strong sexual
ass | near DONKEY: none | next off: mild profanity | joined: strong profanity | prev nice mean hot perfect tiny huge plump big fat dumb broke punk bitch lame weak fake stupid lazy smart bad dirty nasty crazy old young long hard cheap grown busted funky raggedy ugly skinny sorry bum lying stank white black hoe pussy goofy corny loud good fine real little lil sweet weird silly bare naked tight round juicy thick soft phat goddamn damn: strong profanity | prev half jack kiss: strong profanity | prev your yo his her that their them these whose out kick beat whoop whip eat: strong profanity | next hole wipe clown hat so kisser nigga niggas kids rapper rappers: strong profanity | prev my: strong profanity | mild profanity
asses | near DONKEY: none | strong profanity
bitch,bitches,bitching | near PUPPIES: none | strong profanity
bastard,bastards | next file sword: none | prev you dirty fucking little that: mild profanity | mild profanity
fag,fags | next end ends packet packets break breaks butt butts ash: none | near CIGARETTE: none | strong slur
faggot,faggots | near STICKS: none | strong slur
dyke,dykes | near WATER: none | prev van hadrian's offa's: none | strong slur
chink,chinks | next in of: none | strong slur
chinky | next eyes: strong slur | strong slur
spic,spick | next and n span: none | strong slur
coon,coons | prev maine: none | next hound hounds skin dog dogs hunt hunting tail: none | near HUNT: none | strong slur
gook,gooks,kike,kikes,wop,wops,dago,dagos | strong slur
jap,japs | strong slur
tranny | near ENGINE: none | strong slur
retard,retards | prev flame fire rust to will would may can could and: none | next the growth progress spark his her my development time: none | strong slur
retarded | near GROWTH: none | strong slur
spastic,mong | near GROWTH: none | strong slur
spaz,spazz | prev a you little such that: strong slur | none
poof | prev the and goes went then like and in: none | next it the and goes you gone like: none | prev a that you big: strong slur | none
redskins,redskin | near TEAM: none | strong slur
squaw | next valley peak: none | strong slur
abo | next blood: none | prev the: none | strong slur
nip,nips | none
queer,queers | prev dirty fucking fuckin you damn no little them them those these: strong slur | none
cracker,crackers | next ass: strong slur | prev white racist redneck you: strong slur | none
negro,negroes | prev rio pico el: none | mild slur
homo,homos | next sapiens erectus habilis: none | prev no a you fucking: strong slur | none
monkey,ape | prev porch jungle dirty_black: strong slur | none
gypsy | none
jackass,jackasses | near DONKEY: none | strong profanity
turd,turds | strong profanity
slut,sluts | strong profanity
whore,whores | strong profanity
douche | next bag bags: strong profanity | strong profanity
bollock,bollocks | strong profanity
hell | mild profanity
damn | mild profanity
butt,butts | prev cigarette rifle water pork gun cigar boston head: none | next in out heads joint of cap dial: none | near CIGARETTE: none | mild profanity
piss | mild profanity
pissed,pissing | mild profanity
craps | near CASINO: none | mild profanity
crap | next shoot shoots shooter: none | mild profanity
bloody | next hell: mild profanity | none
screw,screwed | next you him her them that this off yourself: mild profanity | none
balls | prev suck lick my deep his bust sack: mild sexual | none
bugger,buggers | mild profanity
mf | near MUSIC: none | strong profanity
af,asf | prev the cia raf: none | strong profanity
tf | prev what the how who why where da wat: strong profanity | next is you are u do does was: strong profanity | none
bs | next in degree degrees: none | mild profanity
sob | prev a that you an old this: mild profanity | none
feck,fecking,fook,fok,fux,fuc | strong profanity
eff | next you off this that it the him her em them up u yo y'all yall all with: strong profanity | prev the what: strong profanity | none
f | next all every you u off that the em this ya yo them him her y'all yall 12 it: strong profanity | prev the what da mother: strong profanity | none
effed | next up over: strong profanity | none
n | none
wap | strong sexual
knockers | prev door: none | strong sexual
boner,boners | strong sexual
clit | strong sexual
milf,milfs | strong sexual
toppy | none
suka | prev ani: none | strong profanity
verga,puto,puta,putas | strong profanity
douchebag | strong profanity
shat | prev william: none | strong profanity
poontang | strong sexual
pegging | near CAMP: none | strong sexual
squirting | near WATER: none | strong sexual
orgasm,orgasms | strong sexual
sambo | near TEAM: none | strong slur
polack,yid,spik,tard,mongoloid | strong slur
betch | strong profanity
tosser,bellend,knobhead | strong profanity
nig,nigs | strong slur
spade,spades | none
arse | mild profanity
thot,thots | strong profanity
skank,skanks | strong profanity
boob,boobs | mild sexual
`;
