/** Couplets written for the tests, by kind: what a listener hears in their ends, and the two lines. */
export type Couplet = readonly [scheme: string, lines: string];

/** What the engine was developed with. */
export const COUPLETS: Readonly<Record<string, readonly Couplet[]>> = {
  'perfect rhymes': [
    ['AA', 'I left the porch light burning through the night / and woke to find the curtains full of light'],
    ['AA', 'We parked the van behind the corner store / and nobody came looking anymore'],
    ['AA', 'The ticket says the ferry leaves at nine / I hung my winter jacket on the line'],
    ['AA', 'He used to fix the engines by the dock / and set his watch against the station clock'],
    ['AA', "We count the steps and then we count the cost / a map is only useful when you're lost"],
  ],
  'slant rhymes': [
    [
      'AA',
      "I been saving every dollar in a jar at home / now the landlord at the door and he won't leave me alone",
    ],
    [
      'AA',
      "They was sleeping on the kid till I woke up the block / now I'm stepping on the stage and all the speakers rock",
    ],
    [
      'AA',
      'Been a minute since I seen the way you hold a grudge / standing in the courtroom tryna talk up to the judge',
    ],
    [
      'AA',
      'Keep my circle kinda small because the snakes in the grass / and I learned it from my uncle when he spoke on the past',
    ],
    [
      'AA',
      'Mama told me keep it quiet when I walk in the house / so I hustle in the shadows like a cat on a mouse',
    ],
    [
      'AA',
      "Took a flight out to the coast and never looked at the time / now I'm writing every verse just like I'm serving a crime",
    ],
  ],
  'multisyllabic rhymes': [
    ['AA', 'I was only nineteen with a fascination / for the way the numbers run the whole equation'],
    [
      'AA',
      'You gotta pay attention to the little details / before you put the price up on the public resales',
    ],
    ['AA', 'The doctor gave my uncle medication / and sent him on a permanent vacation'],
    ['AA', 'The neighbors had a terrible collision / and judged it on the evening television'],
  ],
  'mosaic rhymes': [
    ['AA', 'I was looking for a reason not to leave ya / then I came down with a hundred and a fever'],
    ['AA', 'She said she never really got to know us / and left before the manager could show us'],
    ['AA', 'I keep it in the pocket of my denim / the snake that bit me had a lot of venom'],
    ['AA', "I'm tryna get the paper while I got a / appointment with the mayor and his daughter"],
  ],
  'no rhyme at all': [
    ['--', 'The engine gave a cough and then it died / my sister put the letters in a drawer'],
    ['--', 'They opened up a market by the church / and nobody remembered what I said'],
    ['--', 'I never liked the color of that coat / we sat around the fire and told jokes by hand'],
    ['--', 'He lost his wallet somewhere on the train / the children in the garden built a fort'],
    ['--', 'They told me that the elevator broke / I had to climb eleven flights of stairs'],
    ['--', 'She keeps a set of hammers in the trunk / the winter lasted longer than we thought'],
  ],
  'the same word again': [
    ['--', 'I went and put my name up on the wall / he kept on throwing tennis at the wall'],
    ['--', 'She never liked to talk about the money / the devil in the details is the money'],
    ['--', "We came up off the bottom for the game / they told me that it's nothing but a game"],
    ['--', "I'm counting every blessing that I got / my neighbor wants whatever that I got"],
    ['--', 'They left a stack of dishes in the sink / the letters that I wrote are in the sink'],
  ],
  'the same word after a rhyme': [
    ['AA', 'The teacher saw the answer and she got it / he aimed at every bottle and he shot it'],
    ['AA', "The only thing I'm asking is believe me / I know that in the morning you will leave me"],
    ['AA', 'I never had a reason to deny it / the owner said that anyone could buy it'],
    ['AA', "Whenever I am empty then you feed me / I'm only down the hallway if you need me"],
    ['AA', 'I never saw a mountain so I climbed it / he wrote a little poem and he rhymed it'],
  ],
  'eye rhymes': [
    ['--', 'The water in the harbor can be rough / I took the longer highway home though'],
    ['--', 'She lost her only mirror and her comb / they carried all the flowers to the tomb'],
    ['--', 'The farmer had to sell his only cow / the clouds above the valley carried snow'],
    ['--', 'They ordered from the bakery some bread / I swept away the feathers and each bead'],
    ['--', 'They told me that the argument was good / I only ate a little of the food'],
    ['--', 'We waited by the station with our friend / they spoke about a creature and a fiend'],
  ],
  'homographs by the reading that rhymes': [
    ['AA', 'Every single letter that you sent me I have read / I was lying in the middle of my bed'],
    ['AA', "I'm only here to tell you how to live / and nothing that you ask me I won't give"],
    ['AA', 'I hung a paper ribbon in the wind / and told the little preacher I had sinned'],
    ['AA', 'I noticed on your cheek a single tear / and told you there was nothing left to fear'],
    ['AA', 'The bakery is just about to close / she bought a single rose'],
    ['AA', 'He painted every pipe inside with lead / and went to bed'],
    ['AA', 'The singer took a microphone and bow / he never told us how'],
  ],
  homophones: [
    ['AA', 'I bought a pair of bottles, maybe two / and she was looking thirsty for one too'],
    ['AA', 'The captain had a map of every sail / the furniture was going up for sale'],
    ['AA', 'The baker had a bag of whiter flour / I stood behind the counter for an hour'],
    ['AA', 'The singer had a voice but it was hoarse / the farmer had to sell his horse'],
  ],
  'ad-libs after the end': [
    ['AA', 'I came up from the bottom with a dream (yeah) / I never saw the money for the team (skrrt)'],
    ['AA', 'The whole block is watching when I ride (ride) / my brother always riding on the side (uh huh)'],
    [
      'AA',
      "We came up out the basement to the top (let's go) / and tell them that we never gonna stop (stop)",
    ],
    ['--', 'They calling up my number in the dark (woo) / I never really pick it up at night (woo)'],
  ],
  initials: [
    [
      'AA',
      'She flew in from the coast and she was feeling like a VIP / I told her that the coffee here is free',
    ],
    [
      'AA',
      'The picture on the wall is only showing on TV / I carry in my wallet all the things they cannot see',
    ],
    ['AA', 'They put it in the system and they tested all the DNA / and nobody could find a thing to say'],
    [
      'AA',
      'They took him to the hospital and kept him on the IV / I told you that the house was as tidy as can be',
    ],
    ['--', 'They put the cameras up and called the LAPD / I left the keys inside the cabin door'],
  ],
  numbers: [
    ['AA', 'I bought a cup of coffee and it cost me only 2 / the barista said that anything would do'],
    ['AA', 'They gave the man a sentence and it came to 10 / he wrote me every morning with a pen'],
    ['AA', "She's turning on the speaker at a volume of 11 / the choir in the building sounds like heaven"],
    ['AA', 'I count up every dollar till I get to 100 / the neighbors and the landlord always wondered'],
  ],
  'slang spellings': [
    ['AA', "I told 'em that the party was finna / begin before they finished up the dinner"],
    ['AA', 'She said that I was never gonna luv / the people in the heavens up above'],
    ['AA', "I'm only tryna make it with my dawgs / the winter left the city in the fogs"],
    ['AA', "We always got the paper, never broke tho / I'm taking all my pictures in the photo"],
  ],
  'dropped g': [
    ['AA', 'We was in the kitchen and the pots was boilin / another perfect dinner they was spoilin'],
    [
      'AA',
      'I see my people in the corner and they laughin / we came up off the bottom, look at all the fun we havin',
    ],
    ['AA', "Every single morning I be prayin / my mother always told me what's she sayin"],
    ['AA', "All up in the studio we livin / I thank the Lord for everything he's given"],
  ],
  'equal consonants alone': [
    ['--', 'The painter bought a bucket and a brush / he took another picture of the mesh'],
    ['--', 'She put the final button on the coat / I told him I only have the cat'],
    ['--', 'He put a little sugar in the milk / the children went outside to take a walk'],
    ['--', 'The lady in the corner had a ring / I asked about the number and the song'],
  ],
  'equal unstressed endings alone': [
    ['--', "We drove around the corners of the city / I told them that I'm feeling kind of happy"],
    ['--', 'I put the final ribbon on the bucket / she left her little basket by the market'],
    ['--', 'My brother put the ladder in the garden / the driver had a problem with the engine'],
    ['--', 'They took him to the station in the morning / the children in the hallway started dancing'],
  ],
  'an inflection of the same word': [
    ['--', 'I never had the energy to run / the water in the kitchen started running'],
    ['--', 'He never had a single thing to say / I left before I heard what she was saying'],
    ['--', 'The driver never told us when to stop / the engine in the middle of it stopped'],
    ['--', 'They asked me for the number of the car / my cousin has a warehouse full of cars'],
  ],
};

/** As many again that it was not developed with: only their share is tested. */
export const UNSEEN_COUPLETS: Readonly<Record<string, readonly Couplet[]>> = {
  'perfect rhymes': [
    ['AA', 'She kept a silver whistle on a chain / and blew it twice to bring the evening rain'],
    ['AA', 'My cousin bought a bakery on the hill / the ovens and the counters all stand still'],
    ['AA', 'They painted every window of the room / and swept the floor with one enormous broom'],
    ['AA', 'I never met a liar I could trust / the trophies on the mantel turn to dust'],
    ['AA', 'Nobody told the captain where to steer / the harbor lights were nowhere very near'],
  ],
  'slant rhymes': [
    [
      'AA',
      'Put the money in the safe and then I change the lock / in the kitchen with my brother weighing out the stock',
    ],
    [
      'AA',
      'All my partners in the back and they got something to prove / turn the volume to a hundred let me show you the groove',
    ],
    [
      'AA',
      'I was raised up on the corner where the summers was hot / never had a single penny now I own the whole lot',
    ],
    [
      'AA',
      'Got the city on my shoulder and the weight on my back / every night another story when I open the pack',
    ],
    [
      'AA',
      "I got plans in the making and I'm ready to eat / so I wake before the sunrise put my shoes on my feet",
    ],
    [
      'AA',
      "Every day I'm on the grind and never asking for help / put the trophies in a row and then I build me a shelf",
    ],
  ],
  'multisyllabic rhymes': [
    ['AA', 'The whole committee wrote a declaration / and printed it in every publication'],
    ['AA', 'They never understood the complication / of building up a solid reputation'],
    ['AA', 'I gave the kid a lecture on the history / he said the rest of it is just a mystery'],
    ['AA', 'She had a very delicate position / defending such an obvious omission'],
  ],
  'mosaic rhymes': [
    ['AA', "I told him that the ceiling isn't stable / he put the bags of plaster on the table"],
    ['AA', 'Nobody in the building ever met a / musician who could play it any better'],
    ['AA', 'They never saw the profit in it / I only need another minute'],
    ['AA', 'A bottle of the cheapest kind of wine or / a piano piece they wrote in F sharp minor'],
  ],
  'no rhyme at all': [
    ['--', 'I walked along the river after lunch / the paper says the weather will be cold'],
    ['--', 'The dog ran off behind the yellow fence / a shipment of tomatoes came today'],
    ['--', 'My grandmother could whistle like a bird / she bought a brand new stove'],
    ['--', 'We finished all the cake before the guests / the ceiling has a crack from wall to door'],
    ['--', 'The museum was closed on Wednesday / I bought a pair of purple gloves'],
    ['--', 'A postcard came from somewhere in the south / the carpenter has almost done the roof'],
  ],
  'the same word again': [
    ['--', "They said the party starts at ten tonight / I'm staying in my bedroom tonight"],
    ['--', 'I built it with my brother in the city / you never saw the lights around the city'],
    ['--', 'You took the only picture that I love / the garden is the only thing I love'],
    ['--', 'He threw the broken bottle at the door / and somebody was knocking at the door'],
    ['--', 'I never had a reason to come home / the river took the bridge that led me home'],
  ],
  'the same word after a rhyme': [
    ['AA', 'She told me that I never really knew you / the storm came off the water and it blew you'],
    ['AA', 'I took the broken radio and fixed it / they poured the sand and water and they mixed it'],
    ['AA', 'They took the old piano and they sold it / I asked about the secret and you told it'],
    ['AA', "He said that he was sorry and he meant it / the landlord had a basement and he'd rent it"],
    ['AA', 'You said that you would never really hurt her / the sirens in the alley never heard her'],
  ],
  'eye rhymes': [
    ['--', 'I gave you all the blankets and my love / the furniture is difficult to move'],
    ['--', 'My grandfather was wounded in the war / I left the spare umbrella in the car'],
    ['--', 'He only ever said a single word / I cut my little finger on the sword'],
    ['--', 'I ate the final cookie in the bowl / I heard the hungry animal then howl'],
    ['--', 'The girl had left a message on the board / they parked the little wagon by the cupboard'],
    ['--', 'The tailor took the measure of the height / I asked about the package and the weight'],
  ],
  'homographs by the reading that rhymes': [
    [
      'AA',
      'Mother put a bowl of apples on the table where we feed / every night a little story I would read',
    ],
    ['AA', "They're playing at the stadium and it's live / at five"],
    ['AA', 'The road into the mountains starts to wind / and nobody is looking from behind'],
    ['AA', 'I saw the little fabric start to tear / and nobody had anything to wear'],
    ['AA', 'The two of us were sitting very close / the doctor wrote another dose'],
    ['AA', 'I told them I would follow if you lead / they knew that there was nothing that I need'],
    ['AA', 'She tied the yellow ribbon in a bow / and left it in the snow'],
  ],
  homophones: [
    [
      'AA',
      'The wind had bent the branches of the pine so we could see / my brother took a boat across the sea',
    ],
    ['AA', 'I never had the patience for the wait / the doctor said I need to lose some weight'],
    ['AA', 'I only ever saw her for a week / the tea was very weak'],
    ['AA', 'The children had a story and a tale / the puppy always runs behind his tail'],
  ],
  'ad-libs after the end': [
    ['AA', 'They see me with the jewelry and they stare (woo) / I never had a problem, never care (grrah)'],
    ['AA', 'I told her put the phone down on the floor (brr) / I never wanna hear it anymore (nah)'],
    ['--', 'I put the engine in the little car (yeah) / and leave the money under every stone (yeah)'],
    [
      'AA',
      "I'm counting every dollar that I make (yeah, yeah) / my brother keep on calling for the cake (what)",
    ],
  ],
  initials: [
    [
      'AA',
      "My cousin got a job and now he's working for the FBI / I asked him for the reason and he wouldn't tell me why",
    ],
    [
      'AA',
      'I took the train on Monday to the middle of NYC / the rent is up again but the museum still is free',
    ],
    ['AA', "I'm working on the record like I'm living in LA / the sun is coming out another day"],
    ['AA', 'My brother is a lawyer and they know him as a CEO / I told him that the market is about to go'],
  ],
  numbers: [
    ['AA', 'My grandmother was born around the year of 29 / and everything she cooked was very fine'],
    ['AA', 'The clock above the counter read exactly 8 / I told you I was never gonna wait'],
    ['AA', "The temperature this morning hit a hundred and 3 / I'm sitting in the shade behind the tree"],
    ['--', 'He ran the final mile in only 7 / my sister put the dishes on the shelf'],
  ],
  'slang spellings': [
    ['AA', "I'm riding with my brotha / we never need another"],
    ['AA', 'They told me that he came up from tha hood / I told him that we really understood'],
    ['AA', "I'm talking to the shawty / she told me I was naughty"],
    ['AA', "You never gonna see me with da playaz / I'm sitting with the council and the mayors"],
  ],
  'dropped g': [
    ['AA', "I came into the city and I'm winnin' / I told you from the very first beginning"],
    ['AA', "They was in the alley and they runnin' / I told you that the winter would be comin'"],
    ['AA', "The engine in the driveway keep on hummin / I told you that the summer was a-comin'"],
    ['AA', "I been up in the building and I'm stayin' / the saxophone and trumpet keep on playin"],
  ],
  'equal consonants alone': [
    ['--', 'I never saw a fairer set of teeth / my father laid the table in the bath'],
    ['--', 'The captain of the vessel took the helm / they planted on the corner I watched a foreign film'],
    ['--', 'They left a heavy blanket on the bed / I saw him on the corner in a mood'],
    ['--', 'I left a couple pennies on the desk / they bought a brand new and set it up by dusk'],
  ],
  'equal unstressed endings alone': [
    ['--', 'I never met a person quite so lucky / the kitchen in the morning was so dirty'],
    ['--', 'The water in the bottle was so filthy / I never saw a garden look so ugly'],
    ['--', 'The dinner that she made us was so simple / I left a set of glasses on the table'],
    ['--', 'I asked about the number and the answer / she stood beside the window with the silver'],
  ],
  'an inflection of the same word': [
    ['--', "The only thing I ever want is love / you told me that's exactly what he loves"],
    ['--', 'We sat around the fire to tell a story / they never had a reason for the stories'],
    ['--', 'I saw the little puppy want to play / the radio was always being played'],
    ['--', 'The lady in the window wants to dance / the whole of the apartment building dances'],
  ],
};
