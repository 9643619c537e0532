/** Words by the company they keep, for the conditions of `THEME_SENSES`. */
export const THEME_NEIGHBOURS: Readonly<Record<string, string>> = {
  MONEY:
    'money cash dollar dollars rich gold diamond diamonds rolex rollie chain wrist neck watch bands racks million millions ' +
    'yacht private mansion penthouse gucci prada dior louis benz ferrari platinum champagne stack stacks count counting ' +
    'bought bank cheque check account account hundreds vvs carat designer paid wealth',
  ARMS:
    'gun guns shot shots bullet bullets trigger glock pistol clip aim opps opp block blood soldiers enemy smoke war rounds ' +
    'killed kill dead body blade chopper strap cops police hit window him dirt ground grave man',
  DRUGS:
    'sell sold selling sling slinging fiend fiends kilo kilos cook cooking crack coke dope gram grams ounce ounces weigh ' +
    'scale trap corner plug pack packs dealer powder serve package border cartel pound pounds flip stove pyrex baggies work',
  HIGH: 'smoke smoking weed drunk drink drinking sip liquor pills pill blunt kush stoned lungs cup bottle bottles henny roll rolled pass faded',
  CRAFT:
    'flow flows bar bars beat beats rhyme rhymes rhyming verse verses mic track tracks style punchline lyric lyrics album ' +
    'mixtape song booth studio rap rapper rappers mc mcs hook spit freestyle cypher record pen sixteen crowd',
  FAITH:
    'god lord pray prayed praying jesus church angel angels heaven holy preacher pastor choir hymn sin bible soul devil satan bless blessed',
  DEATH:
    'grave died dead funeral casket coffin buried bury rest peace gone tears cry cried mother grandma brother picture miss candle years heaven ground stone',
  KIN: 'mama mother mum mom father dad brother brothers sister son daughter grandma kids family uncle auntie cousin raised home',
  LAW: 'police cops cop feds judge court jail prison free time locked cell bars cuffs case charge sentence lawyer years life streets',
  POWER:
    'people system government police black poor president rights march nation country history law laws war streets',
  LOVER: 'you her him your she girl baby kiss heart eyes smile arms bed wife husband darling us forever hand',
  DANCE:
    'dance dancing dj floor club party bass speakers hands music drinks ladies everybody tonight weekend crowd song',
  TOP: "i'm im me my best king greatest throne champ crown number top rappers rapper legend nobody i",
  PAIN: "mind head pain alone anxiety depression therapist pills numb sleep dark lonely cry scared panic brain thoughts can't room chest i'm inside",
  YOU: "you you're your youre ya y'all yall u rappers rapper mc mcs he's his",
};

/**
 * Words whose theme depends on their neighbours, read in order until one applies, as the senses of feelings are: `prev`
 * and `next` name the word right before or after, `near` words or classes within five; a reading is themes with
 * weights, `.` what the lists say, `-` none. Written for this project.
 */
export const THEME_SENSES = `
jet,jets | prev private g5 gulfstream own chartered my: wealth3 | near MONEY: wealth2 | -
ice | near wrist neck chain watch ear ears rolex vvs diamonds diamond drip dripping: wealth3 | prev my: wealth1 | -
diamond,diamonds | near MONEY neck wrist ear ears teeth face dancing ring: wealth3 | prev my the with wear wore: wealth2 | wealth1
chain,chains | near neck gold diamond diamonds ice drip platinum wrist watch hang swing swang jewels rolex cuban: wealth2 | near POWER slave slaves slavery years free broke break whip ancestors: social_justice2 | -
watch,watches | near MONEY worth wrist diamonds: wealth2 | -
bread | near get getting stack stacking money chase chasing paid secure racks need: wealth2 | near steal stole poor hungry rich: social_justice1 | -
cheese,paper,cream,dough,green,lettuce,bands,rack,racks | near stack stacking count counting chase chasing get getting money paid hundreds bank fold thousand ten: wealth2 | -
bank,banks | near MONEY own account: wealth1 | near bail bailed poor robbing farm: social_justice1 | wealth1
whip | near foreign new drop clean car coupe pushing push benz paint: wealth2 | near stove pot pyrex work dope: drug_trade2 | near slave chains master back plantation: social_justice2 | -
drip | near gucci designer diamonds ice fit prada dior sauce too: wealth2 | -
gold | near MONEY teeth grill neck: wealth2 | near went gone single record platinum: fame2 | wealth1
tax,taxes | near poor rich sweat government system: social_justice1 | -
paid,pay | near rent bills: hustle2 | near full cash million: wealth2 | near wage wages union women two: social_justice2 | wealth1
broke | near was been were used dead still so we flat: hustle2 | near heart: love2 | -
poor | prev the: social_justice2 | near was grew born dirt: hustle2 | near people rich system: social_justice2 | -
work | near brick scale trunk fiends flip bag bagged ounce: drug_trade2 | near hard shift overtime double nights grind job day night two three: hustle2 | hustle1
plug | near wall socket heater kettle phone charger spark: - | near DRUGS: drug_trade3 | prev the my: drug_trade2 | -
brick,bricks | near DRUGS whole flip flipped half: drug_trade3 | near built build: hustle1 | -
pack,packs,package | near DRUGS: drug_trade2 | next touched down landed: drug_trade2 | -
pound,pounds,scale,scales,bag,bags,key,keys,pot,stove,product,snow,white,powder,cut,deal,flip,weigh,kitchen,cook,boil,line,sell,sold,selling,serve,served,customer,customers,food,drop,weight | near DRUGS: drug_trade1 | -
trap | near them ball door mouse: - | prev the my a in: drug_trade2 street_life1 | near DRUGS phone house boy: drug_trade2 street_life1 | street_life1
crack | near DRUGS rock pipe house: drug_trade3 | prev sold sell smoke smoking smoked: drug_trade3 | -
coke,dope,product | near DRUGS nose sniff line: drug_trade2 | near CRAFT TOP: - | drug_trade1
fiend,fiends,cats | near DRUGS door ten want knocking corner basement stairwell: drug_trade2 | -
traffic | near drug guns dope border: drug_trade2 | -
high | prev so get getting got too stay staying: substance_use2 | near HIGH: substance_use2 | -
lean,cup,cups,joint,tree,trees,lit,bar,pot,purple,acid,trip,hit,pass,roll,rolled,pour,poured,clean,needle,spoon,jar,puff,cloud,clouds,habit,meeting,chip,dose | near HIGH: substance_use1 | -
drink,drinks,drinking | near water milk juice lemonade tea coffee cocoa: - | near DANCE: substance_use1 party1 | near sober drunk bottle bar numb pain alone another: substance_use2 | substance_use1
bottle,bottles | near water milk baby ink glue message ketchup: - | near DANCE popping pop table ice: party2 | near HIGH numb alone pain empty: substance_use2 | substance_use1
smoke,smoking,smoked | near weed blunt lungs pass kush joint cigarette roll trees high: substance_use3 | near opps opp him pack want gun shots: violence2 | near lung oil: social_justice1 | near chimney alarm fire kitchen meat ribs grill bees: - | substance_use1
wine,beer,rum,champagne | near gum cellar vinegar: - | near DANCE tower bucket toast: party1 substance_use1 | substance_use2
pills,pill | near anxiety depression therapist hollow doctor days mirror numb bed: mental_health2 substance_use1 | substance_use2
gun,guns | near water glue starting race eight lane nail toy radar: - | violence3
shot,shots | near bar tequila vodka whiskey liquor bartender glass: substance_use2 party1 | near net coach court ball goal hoop camera film photo pictures golf keeper espresso coffee: - | near ARMS him her them rang fired: violence2 | violence1
shoot,shooting | near hoops ball net coach video film camera goal star pool: - | near ARMS him them you: violence2 | violence1
fire | near ARMS gun shots soldiers: violence1 | near CRAFT mixtape: hip_hop1 boast1 | -
heat,tool,pole,stick,chrome,pipe,mag,clip,shells,dots,mash,rambo,waps,pop,bang,slide,spin,ride,load,loaded,dump,spray,drill,mask,slipping,leaking,hole | near ARMS opp opps block creep creeping gang waist lap car: violence2 | -
blood | near brother brothers thicker family: loyalty_family2 | near pressure type test donor nose orange: - | near flag hands contracts cuff money oil: social_justice2 | near gang set crip crips: street_life2 | violence2
kill,kills,killing,killed,murder,murdered,slay,body,bodied,bury,buried,destroy,slaughter | near beat beats verse verses track tracks mic bars rappers rapper mcs careers career flow booth scene: boast2 battle1 hip_hop1 | near you're rappers: battle2 | .
dead | next presidents: wealth2 | near battery phone line tired wrong serious: - | near plants sky engine: - | near POWER poor: social_justice1 | loss_grief1 violence1
die,died,dies,dying | near laughing laughter to for: - | near inside scared alone: loss_grief1 mental_health1 | loss_grief2
fight,fights,war,battle | near rights POWER freedom power: social_justice2 | near rappers bars rap mic words: battle2 | near depression mind head brain inside demons: mental_health2 | near ARMS drums sound tanks bombs: violence2 | -
slap,beat,punch,hit,smash,burn,bomb,bombs,slug,strike | near him her them his face jaw teeth mouth drunk fists dad mother wife bruise: violence2 | -
knife,blade,knives | near butter bread fork onion onions slice slices carrot kitchen cook cheese apple: - | next in: violence2 | violence2
soldier,soldiers,tank,tanks,army | near toy: - | near POWER tear gas people avenue streets: social_justice2 | violence1
block | near writer's cheese wood page sun sink: - | prev the my our that his their this: street_life2 | street_life1
corner | near sofa room eye page room kitchen shop turn room: - | near boys block hood street selling post posted feds cops opps gang phd: street_life2 | -
strip | near paint bacon bed wood: - | near club stripper dance: sex2 | near opps block bullet caught: street_life2 | -
hood | near rain coat car jacket bonnet robin riding red: - | prev the my our your a same: street_life3 | street_life1
gang | near kids gulls ducks geese: - | street_life3
projects,project | near school homework due class science: - | prev the: street_life3 | near window hallway building brick born raised: street_life3 | -
cell,bars,cage,yard | near prison jail judge years inmate locked visiting guard: street_life2 | -
jail,prison | near mind: - | near people system profit library black poor singer: social_justice2 street_life1 | street_life2
police,cops,cop,feds,officer,law,siren,sirens | near black people shot system peace hands march protest colony badge suspended unarmed nation teargas: social_justice2 | near block gang corner raid run hood trap car watching: street_life2 | street_life1
judge,court,sentence,charge,case,time,bail | near LAW: street_life1 | -
snitch,rat,rats | near talk police statement feds street tell: street_life2 | near you you're fake: battle1 | -
snake,snakes | near trust friends friend brother family table circle fake: loyalty_family2 | -
king,kings,queen,queens | near chess bishop rook pawn castle frog spain france: - | near drag beauty: - | near luther: social_justice3 | near TOP throne crown rap hill game scene: boast2 | prev my you're: love1 | near borough bridge bronx brooklyn: place2 | -
crown,crowns | near tooth dentist road hat tree paper reeds thorns: - | near TOP throne king head heavy wear: boast2 | -
throne | boast3
boss | near work meeting pizza cap mail job office: - | near own my: hustle1 boast1 | boast1
goat | near farm milk cheese billy field cake: - | near TOP rap: boast3 | -
champion,champ,champions,trophy,medal,winner | near teeth napping spelling egg dog pie: - | near TOP: boast2 | boast1
beast,monster,savage,lion,wolf,shark,tiger,giant | near TOP CRAFT: boast2 | -
cold,ill,sick,hot,fly,hard,fresh,raw,bad,mean,nasty | near CRAFT: boast2 | prev so too: - | -
best,greatest,better,top,first,number | near TOP alive ever: boast1 | -
star,stars | prev a the rock pop movie super: fame2 | near fame hollywood crowd: fame2 | -
stage,lights,name,crowd,camera,cameras,show,shows,tour,ticket,tickets,fan,fans,single,hit,world,press,studio,label,deal,contract | near famous fame fans star arena stadium record charts screaming tour flashing autograph paparazzi millions followers: fame2 | .
love,loved,loves | near i you her him my me your she he baby girl heart: love2 | prev no: - | -
heart,hearts | near LOVER: love2 | -
honey,baby,babe,sugar,sweet,boo | near LOVER love: love1 | -
ring,rings | near finger married wed knee diamond yes bride wife: love2 | near TOP champion third: boast1 | -
date,dates | near first girl dinner kiss you she him her: love1 | -
kiss,kissed,kisses | near neck thighs body bed naked down: sex2 love1 | near head goodnight mother brother brothers: loyalty_family2 | love2
bed,sheets,body,lips,touch,skin,legs,neck,tongue,dress,slow,ride,wet,hips,hands,deep | near naked moan thighs sheets bed kiss lick hips body undress lingerie floor sweat waist: sex1 | -
miss,missed | near you her him: love1 loss_grief1 | -
family | near strings brass instruments plants ducks: - | loyalty_family3
brother,brothers | near lord pray amen book congregation: faith1 | near DEATH: loyalty_family1 loss_grief1 | loyalty_family2
mother,mama,mum,mom,father,dad,son,daughter,sister,grandma,nan,uncle,auntie,cousin,kids,children | near DEATH grave lost weeping screaming: loyalty_family1 loss_grief1 | near POWER bomb rubble march cage hungry system poor: social_justice1 | loyalty_family2
friend,friends,team,crew,squad,circle,home,house,together,real,trust,back,table,plate | near loyal brothers brother day ones snake fake family betray mama: loyalty_family1 | -
god,lord | prev oh my dear good: - | faith2
heaven | near angel mother miss gone choir brother: faith1 loss_grief2 | faith2
angel,angels | near choir heaven miss gone: loss_grief1 faith1 | faith1
devil,demon,demons,hell,sin,soul,spirit,holy,bless,blessed,pray,prayed,praying | near mind head inside sleep anxiety: faith1 mental_health1 | faith2
church | near steps bells school shop left right number: - | near KIN funeral knees: faith1 loss_grief1 | faith2
choir,candle,candles,light,knees,book,carry,carried,valley,mercy,grace | near FAITH: faith1 | near DEATH: loss_grief1 | -
rip,rest,gone,lost,ground,stone,chair,coat,jacket,empty,picture,photo,rose,roses,ashes,ward,hospital,rain,wake | near DEATH: loss_grief1 | -
tears,cry,cried,crying,weep,weeping | near laughing laughter joy: - | near DEATH KIN: loss_grief2 | near shower inside alone nobody room: mental_health2 | near you her him heart: love1 | loss_grief1 mental_health1
pain,hurt,alone,empty,lost,broken,dark,cold,numb,fear,scared,afraid,darkness,silence,mirror,weight,drowning | near PAIN: mental_health2 | mental_health1
mind,head,brain,thoughts,sleep,breathe,room,bed,chest,hands,smile,ceiling,wall,walls | near pain anxiety depression numb lonely panic dark drowning voices demons scared racing stop: mental_health1 | -
free,freedom,rights,justice,power,people,nation,black,voice,march,history,land,school,system,vote,hands | near POWER slavery freedom justice oppression protest ancestors chains: social_justice2 | .
fake,clown,lame,weak,trash,wack,joke,coward,fraud,phony,liar,copy,bite,bit,garbage,washed,ghost,style,mouth,career,crew | near YOU: battle2 | -
diss,battle | near YOU CRAFT rap: battle3 | battle1
dance,dancing | near devil flames dust leaves kettle machine diamonds neck: - | party2
club | near golf book chess sandwich youth country football cricket: - | party2
party | near political labour conservative republican: - | party3
floor,night,tonight,bass,beat,music,song,speakers,hands,drinks,crowd,weekend,jump,shake,move,rock,lights | near dance dancing dj club party speakers bass everybody ladies tonight weekend drinks: party1 | -
verse,verses | near bible psalm: faith1 | hip_hop2
beat,beats | near eggs traffic clock heart: - | near CRAFT drop knock mic rap kick snare: hip_hop2 | hip_hop1
flow | near river water traffic cash: - | hip_hop2
bar,bars | near drink tequila pub soap chocolate prison jail: - | near CRAFT sixteen spit: hip_hop3 | -
mic | hip_hop3
pen,page,pad,notebook,write,wrote,writing,pencil,ink,line,lines,words,record,records,track,tracks,sample,scratch,drum,drums,loop,snare,hook,tape,tapes,needle,booth,album,dj | near CRAFT mic rap hip turntable turntables vinyl microphone producer: hip_hop2 | .
city,town,street,streets,corner,block,river,bridge,train,south,north,east,west,side,hills,winter,summer | near from raised born my hometown city downtown accent: place1 | -
spotlight | fame3
grind | near coffee pepper teeth gears beans: - | near hips slow floor her: sex1 party1 | hustle2
struggle,hungry,starving,shelter,hostel | near people system poor: social_justice1 | hustle2
dream,dreams | near chase chasing big never working: hustle2 | hustle1
boots,noodles,climb,climbing,train,training,practice,degree,business,ladder,mountain,bottom | near never quit work job dream hungry hard bus nothing: hustle2 | -
`;
