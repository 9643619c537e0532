/**
 * Words whose meaning depends on their neighbours, read in order until one applies: `prev` and `next` name the words
 * right before and after it, `near` words or classes (in capitals) within five words, and the last reading is for
 * everything else. A reading is a valence and feelings as in the lexicon. Written for this project.
 */
export const NEIGHBOUR_CLASSES: Readonly<Record<string, string>> = {
  CRAFT:
    'flow flows bar bars beat beats rhyme rhymes rhyming verse verses mic mics track tracks style styles punchline ' +
    'punchlines lyric lyrics album mixtape song songs booth studio rap rapper rappers mc mcs hook spit spitting ' +
    'freestyle cypher stage show record records pen instrumental delivery wordplay dj sixteen vocals line lines',
  WEAR: 'drip fit fits whip chain ice watch jewels jewelry jewellery kicks sneakers coupe paint shoes rims wrist',
  ILLNESS:
    'bed hospital cough fever nurse cancer stomach clinic ward flu vomit pill pills medicine mother mama dying days ' +
    'head heart mentally mother grandma lay lying doctors feel feeling',
  WEATHER:
    'winter snow rain night nights wind outside street streets ground floor air breeze december january morning weather ' +
    'hands feet coat room house bed concrete water grave alone sleep sleeping freezing heat world heart steel',
  ARMS: 'gun guns aim shots bullets trigger glock under open ready soldiers enemy smoke war rounds clip',
  STREET:
    'opps opp opposition gun guns glock ride trap gang gangs strap strapped clip clips lap waist waistband tuck tucked ' +
    'bust spray squeeze trigger loaded hip hood ends slide slid sliding shoot shooting shots bullet bullets beef smoke ' +
    'spin spun mask masks whip drill enemy enemies body bodies chest bleeding blood strip pavement trench extended beam',
  DRUGS:
    'sell sold selling sling slinging fiend fiends kilo kilos cook cooking crack smoke needle boy boys game house ' +
    'trap corner coke push pushing deal dealer addict shoot habit plug bags',
  ME: "i'm i we we're i'am me my she she's you're",
  GOOD: 'love good bad baddest beautiful proud thank happy',
};

export const SENSES = `
sick | next of to: -2 anger2 disgust1 | next with flow: 2 pride2 | near CRAFT WEAR: 2 pride2 | near ILLNESS: -1.8 sadness2 | -0.8
ill | prev mentally chronically: -2 sadness2 | near CRAFT WEAR: 2 pride2 | near ILLNESS: -1.8 sadness2 | near ME: 1 pride1 | -1
hard | near CRAFT: 1.5 pride2 | prev go goes going went hit hits work works worked working grind: 0.8 pride1 | next to times life days: -1.2 sadness1 | prev so too it's been life's: -1.2 sadness1 | 0
cold | near CRAFT WEAR: 1.8 pride2 | prev so you: 0.8 pride1 | near WEATHER: -1 sadness1 | -0.4
fire | prev set on: 0 | near ARMS: -1.8 violence2 anger1 | near CRAFT WEAR: 2 pride2 | 0
hot | near CRAFT WEAR ME: 1.2 pride1 | 0
heat | near CRAFT: 1.5 pride2 | prev the pack packing: -1.5 violence2 | 0
dope | near DRUGS: -1.5 sadness1 | 1.5 pride1
savage,beast,monster,animal,menace,demon,psycho,maniac | prev a an: 0.8 pride1 | near CRAFT ME: 0.8 pride1 | -1 fear1
nasty,filthy,disgusting,stupid,dumb,ridiculous,sickening,dirty,wicked,gross | near CRAFT: 2 pride2 | -1.6 disgust2
mean,deadly,lethal,dangerous,vicious,brutal | near CRAFT: 1.6 pride2 | -1.2 anger1
insane,mad,crazy,wild,bananas | near CRAFT: 1.6 pride2 | next at: -2 anger2 | 0
bad | next bitch bitches chick girl: 1.2 pride1 | prev so a: -1 | prev not ain't: 0.5 | -1.4
killing,killin,kill,kills,killed,murder,murdering,murdered | near CRAFT: 2 pride2 | next it: 2 pride2 | prev it's just: -1 | -3 anger3 violence3
slay,slayed,slaying,slaughter,destroy,destroying,bodied,rip,ripping,burn,burning,smoke,smoking,bomb,shoot,shooting | near CRAFT: 1.8 pride2 | .
shot,shots | next in to dead: -3 violence3 anger2 | prev got get he she they was were been: -3 violence3 anger2 | near ARMS: -2.5 violence3 anger2 | 0
bury,buried | near CRAFT: 1 pride1 | prev they: -1 | -2 sadness2 loss2
dead | next presidents: 1 pride1 | next wrong serious centre center line: 0 | prev i'm laughing: 0 | prev play: 0 | -2.5 sadness2 loss2
die | prev or to: -0.5 | prev never won't can't don't: 0.8 hope1 | -2.5 sadness2 loss2
died,dies,dying,death,deaths,deceased,perished | next of laughter laughing: 1 joy1 | -2.6 sadness3 loss3
gone | prev been: 0 | next wrong mad: -0.5 | -1 sadness2 loss1
lost | next in: 0 | next my him her them: -2.5 sadness3 loss3 | prev i was we never: -1.2 sadness2 | -1.4 sadness2 loss1
grave,graves | near CRAFT: 0 | -2.2 sadness2 loss2
funeral | -2.8 sadness3 loss3
ghost,ghosts | next writer writers: -1.5 disgust2 | -0.8 fear1 sadness1
nigga,niggas,nigger,niggers | prev my real day: 0.5 | prev fuck bitch fake lame hoe pussy weak broke hating ass: -2 anger2 | 0
bitch,bitches | prev bad my: 0.5 | next i'm i we please better don't: 0 | prev a you lil little bum ass dumb stupid broke fake hoe that son these: -2 anger2 disgust1 | prev life's a: -1.5 anger1 | next ass: -2 anger2 | -0.8 anger1
shit | prev the this my that: 0 | prev talk talking talkin ain't full of: -1.8 anger1 disgust1 | -0.6
fuck,fucking,fuckin | next with wit: 0 | next you them him her that the this these those your y'all yall em all 12 police opps off a: -2.6 anger3 | prev as the what: -0.4 | -0.6 anger1
ass | prev bad kick: 0 | prev punk bitch weak fake lame sorry dumb broke: -1.5 anger1 disgust1 | 0
damn,goddamn | next right good fine straight: 0.8 | -0.4
hell | next yeah yes of: 1 joy1 | prev to in through rot: -2.2 anger1 sadness1 | -0.8
gun,guns | prev jump top finger: 0 | -1.5 violence2 anger1 fear1
trap | near DRUGS: -0.6 | 0
love | prev no without: -2 sadness2 | prev tough self: 0.5 | prev i we still really always: 2.6 love3 | 2.2 love2
heart | next is beating: 1.5 love2 | 0.3 love1
baby | prev a the my his her: 1 love1 | 0.8 love1
angel,angels | prev another an the: 0.5 sadness1 hope1 | 1.5 love1 hope1
peace | prev in no: -1.5 sadness1 | 1.8 hope2
justice | prev no: -2.5 anger3 | 1 hope1 anger1
free | next my the all: -0.5 sadness1 | 1.6 hope1 joy1
god,lord | prev oh my dear: 0 | 0.8 hope1
heaven | prev in got up to: 0.3 sadness1 hope1 | 1.2 hope2
high | prev so get getting too: 0.2 | 0.3
star,stars | prev five rockstar: 0.5 | prev a superstar pop rock: 1.2 pride2 | 0.4 hope1
crown | 1.5 pride2
real | prev so a keep keeping: 0.6 pride1 | 0.2
play,plays | 0.4
fine | prev i'm i'll so: 0.8 | 0.4
alone | prev me leave: 0 | -1.8 sadness2
blue,blues | prev feel feeling so: -1.6 sadness2 | prev the got: -0.4 | 0
run,running | prev on the: -0.8 fear1 | 0
police,cops,cop,feds | -1.6 anger1 fear1
mother,mama,mum,mom | next cried cries crying weeping weeps at: -1.8 sadness2 | 0.5 love1
weak | -1.4 disgust1 sadness1
cry,cried,cries,crying | prev never don't didn't won't can't no: 0 | prev laughing: 1.5 joy2 | next laughing: 1.5 joy2 | -2.1 sadness2
scared,afraid,fear,worried | prev no not never ain't without: 1 pride2 | -2 fear3
like | prev i we you'd i'd you they she he really would don't: 0.8 | 0
care | prev don't didn't who: -1.2 anger1 | 0.8 love1
trust | prev don't can't no never: -1.4 fear1 anger1 | 0.9 love1 hope1
old | 0
poor | prev the: -1.6 anger1 sadness1 | -1.4 sadness1
broke | next bread my the his her a: -0.4 | prev was were so dead: -1.5 sadness2 | -1 sadness1
pray,prays | 0.8 hope2
church | 0.4 hope1
forty,forties,pole,poles,stick,sticks,tool,tools | near STREET: -3 anger3 violence3 | 0
blade,blades,knife,knives,axe | near STREET: -3 anger3 violence3 | next to in: -2 violence2 fear1 | -0.3
block,blocks | near STREET: -0.8 anger1 | 0
cut,cuts | next him her me them you: -1.5 violence2 anger1 | 0
ran | next from: -1.5 fear2 | 0
low | prev so feel feeling: -1.2 sadness2 | 0
edge | next of: 0 | prev the: -1 fear1 | 0
gray,grey | near sky skies day days rain morning mornings clouds: -1.5 sadness2 | 0
plastic | near smile smiles friend friends people face faces fake: -2 disgust2 | 0
needle,needles | near DRUGS arm arms vein veins: -1.5 sadness1 fear1 | 0
jaw,jaws | prev the my: 0 | near break broke breaks crack cracked swing hit your: -2 anger2 violence2 | 0
drop,drops | 0
stop | next it that this the: -0.6 anger1 | 0
smoke | near DRUGS: 0 | 0
burn,burned,burnt | -1 anger1
sweat | 0
bang | near CRAFT: 1 joy1 | -0.8 anger1
party | 1.2 joy2
proud | prev not never ain't: -1 | 2.2 pride3
war | prev cold star: -1 | -2.2 anger2 violence1
queen,queens,king,kings | prev martin luther: 0.5 hope1 | prev drag beauty: 0.8 | 1.4 pride2
`;
