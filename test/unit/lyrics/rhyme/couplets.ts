/** Couplets written for the tests, by kind: what a listener hears in their ends, and the two lines. */
export type Couplet = readonly [scheme: string, lines: string];

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
  homophones: [
    ['AA', 'I bought a pair of bottles, maybe two / and she was looking thirsty for one too'],
    ['AA', 'The captain had a map of every sail / the furniture was going up for sale'],
    ['AA', 'The baker had a bag of whiter flour / I stood behind the counter for an hour'],
    ['AA', 'The singer had a voice but it was hoarse / the farmer had to sell his horse'],
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
