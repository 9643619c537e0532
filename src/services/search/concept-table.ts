/**
 * What the words of a query mean as labels of analyses. After the colon stand the words that ask for the theme, feeling, tone or
 * sentiment; a song with that label counts as one that says the word.
 */
export const LABELS_ASKED = `
theme wealth: wealth money riches rich luxury cash dollars fortune expensive jewellery cars success spending
theme hustle: hustle hustling grind grinding work working job labour business ambition earning paying bills
theme street_life: street streets hood ghetto gang gangs crime criminal prison jail police survival
theme violence: violence violent shooting gun guns murder killing fight war weapons danger
theme drug_trade: drug trade dealing dealer drugs selling trapping trap smuggling
theme substance_use: substance drinking drunk alcohol liquor drugs smoking weed addiction sobriety
theme love: love romance romantic relationship couple lovers affection heart dating marriage devotion
theme sex: sex sexual desire lust seduction bedroom body sensual
theme loyalty_family: loyalty loyal family mother father parents brother sister son daughter children friends friendship home childhood relatives
theme faith: faith god religion religious spiritual prayer praying church belief gospel heaven soul
theme loss_grief: loss losing grief grieving death dying mourning bereavement funeral goodbye heartbreak tribute
theme mental_health: mental depression anxiety stress therapy loneliness pain struggle insomnia suicidal healing trauma
theme social_justice: social justice injustice racism inequality poverty politics political protest police brutality oppression conscious
theme boast: boast boasting bragging braggadocio brag confidence swagger rapper
theme battle: battle diss insults rivalry rivals haters enemies competition beef punchlines conflict
theme party: party partying club dance dancing celebration cookout
theme fame: fame famous celebrity stardom star spotlight stage touring success fans
theme hip_hop: hip hop hiphop rap rapping rhyme rhymes lyricism wordplay microphone dj beats writing culture craft
theme place: hometown city town neighbourhood neighborhood country region roots local pride home
feeling joy: joy joyful happy happiness cheerful fun uplifting celebration delight playful
feeling sadness: sadness sad unhappy sorrow melancholy heartbroken heartbreak crying tears lonely loneliness grief
feeling anger: anger angry mad furious rage frustrated frustration outrage resentment bitter
feeling fear: fear afraid scared anxious anxiety worry tense nervous dread suspense suspenseful
feeling love: love loving tender tenderness affection romantic warm devotion gentle
feeling pride: pride proud confident confidence boastful triumphant swagger triumph victory
feeling hope: hope hopeful optimistic encouraging inspiring uplifting perseverance grateful gratitude peace calm
feeling disgust: disgust disgusted contempt scorn bitter revulsion
tone aggressive: aggressive angry hostile confrontational intense
tone introspective: introspective thoughtful reflective personal calm contemplative
tone confident: confident bold boastful swagger cocky braggadocio proud
tone melancholic: melancholic melancholy sad mournful wistful somber sombre nostalgic longing
tone playful: playful funny humour humor humorous comic silly witty jokes lighthearted
sentiment positive: positive happy bright
sentiment negative: negative dark bleak
sentiment mixed: mixed bittersweet
`;

/**
 * What songs say when they are about something: a bare theme or mood is seldom a word of the song. Each line holds the words
 * that are asked, and after the colon words that texts about it use.
 */
export const WORDS_SAID = `
love romance romantic loving affection: love kiss heart darling baby arms hold tender
heartbreak heartbroken breakup: heartbreak goodbye tears left alone miss gone crying
sad sadness sorrow unhappy: sad tears cry crying lonely grief gone hurt
grief mourning loss losing grieving: grief funeral buried grave gone died mourning miss
death dying mortality: died dead death funeral grave buried coffin gone
happy happiness joy joyful cheerful: happy smile laugh sunshine dancing joy fun
angry anger rage furious mad: angry mad rage hate burn fight enough
fear afraid scared anxious anxiety nervous: afraid scared fear shaking worry panic dread
tense suspense suspenseful suspicious: footsteps dark silence watching shadow knock quiet door
lonely loneliness solitude isolation: lonely alone empty nobody quiet silence
calm peaceful peace serene quiet: quiet peace slow breathe still soft garden
tender gentle soft: soft gentle hands hold quiet sleep child
grateful gratitude thankful: thank thanks grateful blessing gave blessed
hope hopeful optimism optimistic: hope tomorrow rise grow light morning better
regret remorse guilt guilty shame conscience: sorry wrong guilt ashamed forgive silent wish truth
forgiveness forgiving mercy: forgive forgave sorry mercy pardon peace
nostalgia nostalgic memories memory remembering: remember back then used old days young memory
homesick homesickness: home miss far away phone mother call
proud pride: proud pride stood built earned made
confident confidence boast boasting brag bragging braggadocio swagger: best crown king better none flow spit champion
funny humour humor comedy comic silly hilarious: laugh joke funny silly oops
bitter bitterness resentment: bitter owed never liar cheated
tired exhausted weary worn: tired sleep shift weary heavy bed bones
inspiring motivational motivation uplifting empowerment: rise stand climb keep strong dream believe
dark gloomy bleak: dark shadow cold night black dead
violence violent murder killing: shot gun blood kill knife dead fight gunshot
crime criminal gang gangs street streets: corner block cops gun jail deal crew hood
prison jail incarceration: prison jail cell bars locked parole sentence visiting
police cops: police cop badge siren arrest sergeant
war soldier soldiers: war soldier army battle fight gun
drugs addiction addict: drugs pills high needle dealer clean addict
alcohol drinking drunk: drink bottle liquor drunk bar whiskey pour
money wealth rich riches cash: money cash dollars bank rich paid bills gold
poverty poor broke: broke rent hungry poor bills owe cold
debt loans bankruptcy: debt loan bank owe interest payment rent
hustle hustling business entrepreneur: hustle grind business paid cash sell invoice customers
work job jobs labour labor working: work shift boss job hours pay clock hands
unemployment unemployed: job work laid fired application form queue
family families: mother father brother sister mama papa kin children home
mother mothers mom mum motherhood: mother mama mum mom
father fathers dad fatherhood: father dad papa pops son daughter
parents parenthood: mother mama mum father dad papa child
grandmother grandmothers grandma grandparents grandfather: grandma granny grandfather grandpa
children childhood kids child: child kid boy girl school playground young
brothers siblings brother sister: brother sister twin
birth newborn pregnancy baby: baby born milk cradle newborn crib
marriage wedding married: wedding ring wife husband married vows
divorce separation: divorce lawyer custody papers half ring
friendship friends friend: friend homie brother together crew
loyalty loyal trust betrayal: loyal trust snitch friend silent stand promise
faith religion god church spirituality prayer belief: god lord pray prayer church heaven psalm amen
school education teachers learning: school teacher class lesson desk chalk books
books reading library literature: book books read page library shelf
writing lyricism wordplay words: rhyme words pen write verse syllable line
racism discrimination prejudice segregation: black white neighborhood redline refused skin
injustice justice inequality: justice judge court law rights wrong
politics political government protest: vote mayor march council government street
immigration immigrants migration refugees border exile: border passport visa papers crossing country left
housing landlord rent gentrification eviction: rent landlord flat building tenants block damp developers
city urban cities: city block street tower traffic lights
hometown home: home town street porch back
travel travelling traveling journey: airport plane train road suitcase ticket gate
aviation flying airport: plane airport flight gate runway
bus buses public transport: bus stop driver seat route
car cars driving: car drive engine wheel road muffler
sea ocean sailing harbour docks: sea water tide ship harbour dock waves
nature environment: river tree earth garden seed leaves bird
garden gardening plants growing: garden seed soil plant leaves compost tree fruit
winter snow cold ice: snow cold ice winter plow frost
summer heat hot: summer heat hot sun fan cooler
rain storm weather: rain storm water wet roof cloud
night nighttime insomnia sleepless: night midnight dark moon awake sleep
time ageing aging age old: time clock years old hour grey
illness sick sickness disease hospital health: hospital doctor ward sick nurse blood pills
doctor doctors medicine: doctor pills blood pressure
depression mental: heavy bed alone therapy tired dark numb
disability dementia memory: forget remember name hospital ward
body image eating weight: body mirror eat weight skin
food cooking eating kitchen: kitchen cook plate pot eat hungry table
party parties partying club dancing dance celebration: party dance music floor club tonight dj
music musicians musician: song beat record trumpet drum radio
fame famous celebrity celebrities: fame famous camera crowd stage fans autograph
success triumph victory winning: win won trophy top champion made
failure defeat: lost lose failed fell
technology robots robot machines ai: robot machine computer code screen phone
science scientists physics: science lab fusion atom theory equation
sports basketball football: ball court team game score
games chess cards gambling: chess cards game table bet king queen
animals pets pet: dog cat bird horse
secrets secret lies lying: secret lie lied whisper truth hide
revenge vengeance: revenge pay back blood owe
freedom liberty independence: free freedom chains run wings
dreams dream ambition: dream dreams dreaming sky reach
identity language roots heritage: name tongue language accent roots
jealousy envy: jealous envy eyes other
battle battles diss rivalry competition beef: weak wack battle better bars crown enemy
resilience perseverance struggle survival: keep stand survive rise still fight
`;
