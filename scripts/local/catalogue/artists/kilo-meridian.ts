import type { CatalogueArtist } from '../types.ts';

export const kiloMeridian: CatalogueArtist = {
  name: 'Kilo Meridian',
  slug: 'kilo-meridian',
  bio: 'Memphis rapper raised under the flight path of a freight hub where his mother worked nights. Named himself after a baggage allowance and has been writing about what he carries ever since.',
  songs: [
    {
      title: 'Gate B19',
      album: 'Carry-On Only',
      releaseDate: '2015-06-12',
      explicit: false,
      language: 'en',
      writers: ['Kendrell Amos', 'Lowell Beech'],
      producers: ['Lowell Beech'],
      featured: [],
      state: 'complete',
      tags: ['trap', 'southern rap'],
      durationSeconds: 198,
      relation: null,
      lyrics: `[Intro]
(Now boarding)
Ay, Mama, I'm at the gate
(For real this time)

[Chorus]
Gate B19, never been on a plane (nope)
Gate B19, and it's calling my name (Kilo)
One little bag, got a rip in the frame (uh)
Look through the glass and I'm watching the rain (drip)
Gate B19, got a seat by the wing (whoosh)
Gate B19, hear the seatbelt ding (ding)
Mama, don't cry, I'ma call when I land (call)
Phone on two percent in the palm of my hand (hello?)

[Verse 1]
Mama on night sort, she scanning the freight (beep)
Ten in the night till a quarter to eight (beep)
Boxes to places she read on the tape (where?)
Oslo, Osaka, she never escape (nah)
All of my life I heard planes overhead (zoom)
Rattle the cups and the springs in the bed (zoom)
Forty a night like I'm counting up sheep
Roar was the one thing could put me to sleep (hush)
Auntie packed wings in the foil with the roast (mm)
Cousin said, "Shout out the block, make a toast" (what's up?)
Uncle said, "Pilot is drunk, take a boat" (what?)
"River go everywhere anyone goes"
TSA man pulling lint out my jeans (lint)
Took my shampoo, left my hopes and my dreams (thanks)
Shoes in the bin with a hole in the sock (ooh)
Whole line behind met my toe and it talked (hey)

[Chorus]
Gate B19, never been on a plane (nope)
Gate B19, and it's calling my name (Kilo)
One little bag, got a rip in the frame (uh)
Look through the glass and I'm watching the rain (drip)
Gate B19, got a seat by the wing (whoosh)
Gate B19, hear the seatbelt ding (ding)
Mama, don't cry, I'ma call when I land (call)
Phone on two percent in the palm of my hand (hello?)

[Verse 2]
Row thirty-one where the engine is loud (vroom)
Nun in the middle seat praying out loud (amen)
I'm at the window, I'm up in the clouds
Memphis get small and I'm looking so proud (proud)
River look thin like a thread on a sleeve
Hub look as small as a box you could leave (small)
Somewhere down there she just got off her shift
Face to the sky, and she giving me this (wave)
Peanuts for dinner, I pocket a few
Stewardess caught me, she handed me two (thank you)
Asked was I famous, I told her, "Not yet" (yet)
Signed her a napkin to cover the bet (bet)
Told her to fold it and don't get it wet
One day that napkin gon' cover my debt

[Bridge]
Wheels up (up), heart down (down)
Ears pop (pop), no sound (no sound)
Dreams big (big), town small (small)
Two percent (oh no), missed call (missed call)

[Outro]
I ain't know they had clouds on the top of the clouds (wow)
Mama, they got clouds on the top of the clouds`,
    },
    {
      title: 'Duty Free',
      album: 'Terminal Velocity',
      releaseDate: '2017-03-24',
      explicit: true,
      language: 'en',
      writers: ['Kendrell Amos', 'Lowell Beech', 'Juno Parrish'],
      producers: ['Lowell Beech', 'Juno Parrish'],
      featured: [],
      state: 'complete',
      tags: ['trap'],
      durationSeconds: 207,
      relation: null,
      lyrics: `[Intro]
(Ching) (ching)
Nothing to declare (ha)

[Chorus]
Duty free (free), duty free (free)
Ain't no tax on me, I'm duty free (ching)
Duty free (free), duty free (free)
Ain't nobody waiting, duty free (damn)
Bought the whole shelf and it's just me (just me)
Table for twelve and it's just me (just me)
Shit, I'm so wealthy I'm lonely (lonely)
Shit, I'm so high I can't phone me (brrt)

[Verse 1]
Hop out the jet with a drip and a limp (limp)
Fell off a stage doing tricks for a bit (oops)
Watch on the left cost a crib on a cliff (tick)
Watch on the right tell the time where I live (tick)
Don't even live there, it's mail and a cat (meow)
Don't even know if the cat coming back (meow)
Perfume I bought, I don't know who it's for (who?)
Chocolate I bought like I'm opening a store
Big-ass bear with a bow, what the hell (what?)
Nobody home I could give it to, well (well)
Buckle him in in the seat next to mine (click)
Bear got a passport, the bear doing fine (fine)
Bear sipping water, the bear getting rest
Bear in first class with a vest on his chest (flex)

[Chorus]
Duty free (free), duty free (free)
Ain't no tax on me, I'm duty free (ching)
Duty free (free), duty free (free)
Ain't nobody waiting, duty free (damn)
Bought the whole shelf and it's just me (just me)
Table for twelve and it's just me (just me)
Shit, I'm so wealthy I'm lonely (lonely)
Shit, I'm so high I can't phone me (brrt)

[Verse 2]
Customs man ask, "What you got to declare?" (what?)
"Nothing but pain and this big-ass bear" (bear)
"Business or pleasure?" I gave him a stare (hmm)
"Man, it's all business, the pleasure ain't there" (damn)
Cousin a deejay and cousin a chef (chef)
Cousin on cousin till nothing is left (left)
Folks I don't know wanna call me they blood
Folks I do know got my name in the mud (mud)
Bullshit on bullshit, I'm stacking it high
Stack it so tall I could lean it on sky (high)
Shit, I got everything, what do I lack? (what?)
Bear said it first, "Do you want any back?" (back)
Bear said it quiet and nobody laughed
Just me and the bear and a row full of bags

[Chorus]
Duty free (free), duty free (free)
Ain't no tax on me, I'm duty free (ching)
Duty free (free), duty free (free)
Ain't nobody waiting, duty free (damn)
Bought the whole shelf and it's just me (just me)
Table for twelve and it's just me (just me)
Shit, I'm so wealthy I'm lonely (lonely)
Shit, I'm so high I can't phone me (brrt)

[Outro]
(Sir, is this your bear?)
Nah, that's family
(Sir)
That's family`,
    },
    {
      title: 'Duty Free (Clean)',
      album: 'Terminal Velocity',
      releaseDate: '2017-03-24',
      explicit: false,
      language: 'en',
      writers: ['Kendrell Amos', 'Lowell Beech', 'Juno Parrish'],
      producers: ['Lowell Beech', 'Juno Parrish'],
      featured: [],
      state: 'complete',
      tags: ['trap', 'radio edit'],
      durationSeconds: 207,
      relation: null,
      lyrics: `[Intro]
(Ching) (ching)
Nothing to declare (ha)

[Chorus]
Duty free (free), duty free (free)
Ain't no tax on me, I'm duty free (ching)
Duty free (free), duty free (free)
Ain't nobody waiting, duty free (man)
Bought the whole shelf and it's just me (just me)
Table for twelve and it's just me (just me)
Man, I'm so wealthy I'm lonely (lonely)
Man, I'm so high I can't phone me (brrt)

[Verse 1]
Hop out the jet with a drip and a limp (limp)
Fell off a stage doing tricks for a bit (oops)
Watch on the left cost a crib on a cliff (tick)
Watch on the right tell the time where I live (tick)
Don't even live there, it's mail and a cat (meow)
Don't even know if the cat coming back (meow)
Perfume I bought, I don't know who it's for (who?)
Chocolate I bought like I'm opening a store
Big old bear with a bow, what the heck (what?)
Nobody home I could give it to, yet (yet)
Buckle him in in the seat next to mine (click)
Bear got a passport, the bear doing fine (fine)
Bear sipping water, the bear getting rest
Bear in first class with a vest on his chest (flex)

[Chorus]
Duty free (free), duty free (free)
Ain't no tax on me, I'm duty free (ching)
Duty free (free), duty free (free)
Ain't nobody waiting, duty free (man)
Bought the whole shelf and it's just me (just me)
Table for twelve and it's just me (just me)
Man, I'm so wealthy I'm lonely (lonely)
Man, I'm so high I can't phone me (brrt)

[Verse 2]
Customs man ask, "What you got to declare?" (what?)
"Nothing but pain and this big old bear" (bear)
"Business or pleasure?" I gave him a stare (hmm)
"Man, it's all business, the pleasure ain't there" (man)
Cousin a deejay and cousin a chef (chef)
Cousin on cousin till nothing is left (left)
Folks I don't know wanna call me they blood
Folks I do know got my name in the mud (mud)
Story on story, I'm stacking it high
Stack it so tall I could lean it on sky (high)
Man, I got everything, what do I lack? (what?)
Bear said it first, "Do you want any back?" (back)
Bear said it quiet and nobody laughed
Just me and the bear and a row full of bags

[Chorus]
Duty free (free), duty free (free)
Ain't no tax on me, I'm duty free (ching)
Duty free (free), duty free (free)
Ain't nobody waiting, duty free (man)
Bought the whole shelf and it's just me (just me)
Table for twelve and it's just me (just me)
Man, I'm so wealthy I'm lonely (lonely)
Man, I'm so high I can't phone me (brrt)

[Outro]
(Sir, is this your bear?)
Nah, that's family
(Sir)
That's family`,
    },
    {
      title: 'Twenty-Three Kilos',
      album: 'Overweight',
      releaseDate: '2018-11-09',
      explicit: false,
      language: 'en',
      writers: ['Kendrell Amos', 'Dusk Tariq'],
      producers: ['Dusk Tariq'],
      featured: [],
      state: 'complete',
      tags: ['trap', 'storytelling'],
      durationSeconds: 233,
      relation: null,
      lyrics: `[Intro]
(Sir, put it on the belt)
It's heavy, ma'am
(I can see that)

[Chorus]
Twenty-three kilos is all they allow (allow)
Twenty-three years and I'm over it now (wow)
Lady at check-in said, "Open it, child" (child)
"Take something out or you stay on the ground" (down)
Twenty-three kilos, I'm down on the floor (floor)
Zipper wide open, the line out the door (door)
All of the heavy I packed it before
All of the heavy, I'm packing some more (more)

[Verse 1]
Take out the chain, it's a two-kilo chain (gone)
Take out the shoes that I wore once in Spain (gone)
Take out the plaque, it's just metal and frame (gone)
Scale didn't budge and it's reading the same (huh?)
Take out the coat, it's a wolf or a fox (gone)
Take out the speaker, the rings and the clocks (gone)
Still overweight, so I dig to the socks
Under the socks is a little shoebox (oh)
Under the lid is a Polaroid, two (two)
Me and Lamar on the last day of school (school)
Missing the same tooth and acting a fool
Cherry-ice tongues at the neighborhood pool (cool)
Under the picture, a letter he wrote (wrote)
Stamped by the county, a blue envelope
I never wrote back, I was out on a boat (splash)
Weigh more than the chain and the clocks and the coat (whoa)

[Chorus]
Twenty-three kilos is all they allow (allow)
Twenty-three years and I'm over it now (wow)
Lady at check-in said, "Open it, child" (child)
"Take something out or you stay on the ground" (down)
Twenty-three kilos, I'm down on the floor (floor)
Zipper wide open, the line out the door (door)
All of the heavy I packed it before
All of the heavy, I'm packing some more (more)

[Verse 2]
She said, "What's that in the corner, a stone?" (stone)
No ma'am, that's only my grandmama phone (ring)
Nobody pay so it ain't got a tone
Voicemail is saved, she say, "Boy, you get home" (home)
I was in Lisbon the night that she left (left)
I was on stage and the lights was all red (red)
Manager knew, and he held in his breath
Held it till after I finished the set (set)
Sat on a road case, he told me the rest (rest)
Ordered me food and I looked at the bread
Thirty-two thousand, my name on they breath
One on my phone, and the one got no text (nah)

[Verse 3]
Line getting loud and they cussing behind (move)
Lady lean over, she taking her time (time)
Said, "Leave the gold, let the little box ride
Personal items go free on the side" (side)
So I gave the coat to a kid in the line (drip)
Gave him the speaker, the chain with the shine (shine)
Gave him the clocks 'cause I'm outta the time (tick)
Boarded with one little box that was mine (mine)

[Outro]
Eleven-inch box and it slide under me (me)
Personal item, it fit at my feet (feet)
Ma'am, what it weigh? And she said, "Let me see"
(Scale said it's nothing) It felt like all me`,
    },
    {
      title: 'Do Not Disturb',
      album: 'Overnight Rate',
      releaseDate: '2020-05-15',
      explicit: false,
      language: 'en',
      writers: ['Kendrell Amos'],
      producers: ['Juno Parrish', 'Kilo Meridian'],
      featured: [],
      state: 'complete',
      tags: ['trap', 'introspective'],
      durationSeconds: 221,
      relation: null,
      lyrics: `[Intro]
(Knock, knock)
Leave it on the floor
(Knock, knock)
You can leave it on the floor

[Chorus]
Do not disturb, got the sign on the knob (knob)
Whole world is off and I can't turn it on (on)
Room nine-oh-four with a view of the fog (fog)
Planes in a row like they laid on a lawn (gone)
Do not disturb, but disturb if you near (near)
Please do disturb, ain't no maid coming here (clear)
Fourteen long days and it felt like a year (year)
Who was I hiding from? Everyone cleared (cleared)

[Verse 1]
Day number one, I was living it up (up)
Steak and a robe and champagne in a cup (up)
Day number two, I was running the rug (swish)
Lampshade for hoop and my socks in a bunch (swish)
Day number three, alphabetical snacks (snacks)
Almonds and biscuits, then chips in the back (back)
Day number four, I was asking the lamp (lamp)
"Do I seem lonely?" The lamp stated facts (facts)
Day number five, I unfolded a map (map)
Couldn't find where I was at, that was that (that)
Day number six, I was taking a bath (splash)
Day number seven, the same one, in fact (still)
Nobody knock but a kid with a tray (tray)
Mask and some gloves, and he's backing away (wait)
Yelled through the door at him, "Ay, what's your name?"
Heard the wheels squeak and the elevator came

[Chorus]
Do not disturb, got the sign on the knob (knob)
Whole world is off and I can't turn it on (on)
Room nine-oh-four with a view of the fog (fog)
Planes in a row like they laid on a lawn (gone)
Do not disturb, but disturb if you near (near)
Please do disturb, ain't no maid coming here (clear)
Fourteen long days and it felt like a year (year)
Who was I hiding from? Everyone cleared (cleared)

[Verse 2]
Used to want quiet and pay for it nice (nice)
Pay for the top so I'd sleep through the night (night)
Pay for the glass that would mute out the sirens
Now ain't no sirens, it's nothing but silence (shh)
City so still I hear traffic lights click (click)
Green for nobody, then yellow, then quick
Red, and one pigeon walk up to the strip (coo)
One single pigeon obey it and sit (sit)
Called up my mama, she back on the job (beep)
"Essential," they call her, she laughed till she sobbed (ha)
I used to move crowds and my mama move swabs (swabs)
Tell me again which of us got a job (job)

[Bridge]
Cross from my room there's a man with a horn (horn)
One little song from his balcony door (more)
I put my palm to the glass till it's warm
Clapped by myself, and it sounded like four

[Outro]
(Knock, knock)
Hold up, don't run, tell me what do they call you?
(Tomás)
Alright, Tomás. Good looking out, Tomás
(Checkout's at noon, sir)
Leave it on the floor... nah, hold on, I'm coming to the door`,
    },
    {
      title: 'Long Layover',
      album: 'Overnight Rate (Deluxe)',
      releaseDate: '2022-08-19',
      explicit: false,
      language: 'en',
      writers: ['Kendrell Amos', 'Ines Calloway'],
      producers: ['Dusk Tariq'],
      featured: ['Ines Calloway'],
      state: 'complete',
      tags: ['melodic rap', 'duet'],
      durationSeconds: 229,
      relation: null,
      lyrics: `[Intro: Ines Calloway]
Pasajeros restantes
(Oh, oh)
Last call, corazón

[Chorus: Ines Calloway]
You're my long layover, six hours on the ground
Coffee in a corner where nobody comes around
No te vayas todavía, let the board keep turning
Every city has its lights on, only one of them is burning
You're my long layover, and I know how it ends
They'll open up a doorway and they'll call us only friends
No te vayas todavía, stay until they say it
There's a song inside this silence and I'm too afraid to play it

[Verse 1: Kilo Meridian]
Met at a charger, we sharing one cord (cord)
Both looking up at "delayed" on the board (board)
You going west and I'm headed up north (north)
You got a book and I'm acting all bored (bored)
You asked my name and I told you my real (real)
First time in years, I forgot how it feel (feel)
"Kendrell," you said it like breaking a seal (seal)
Split you a pretzel, we called it a meal (meal)
Told me your town got one light and one street (street)
Told you my house got nine beds and no sleep (sleep)
Snow on the runway, I prayed it stay deep (deep)
Only man living that cheer for the sleet (sleet)

[Chorus: Ines Calloway]
You're my long layover, six hours on the ground
Coffee in a corner where nobody comes around
No te vayas todavía, let the board keep turning
Every city has its lights on, only one of them is burning
You're my long layover, and I know how it ends
They'll open up a doorway and they'll call us only friends
No te vayas todavía, stay until they say it
There's a song inside this silence and I'm too afraid to play it

[Verse 2: Kilo Meridian]
Six hours long and it went like a blink (blink)
Got you a laugh like the ice in a drink (clink)
You said, "Who do you call when you starting to sink?" (who?)
I couldn't answer, I started to think (think)
Everyone near me gets paid by the day (day)
Everyone love me been signed on a page (signed)
Then the board flip and my stomach flip too (flip)
Never knew two words could hit like those two (on time)
You wrote your number in pen on my cup (cup)
I held that cup till the crew picked it up (no)
Trash in a bag and the bag got tied shut (wait)
Stood in the aisle like somebody got cut (wait)

[Bridge: Ines Calloway & Kilo Meridian]
¿Dónde estás? (Thirty-one thousand feet)
¿Con quién vas? (Nobody next to me)
¿Volverás? (Every flight, every week)
Maybe (maybe), maybe (maybe)

[Outro: Ines Calloway]
If you hear this on the radio, I'm still in my town
One street and one light on, and the dust coming down`,
    },
    {
      title: 'Night Sort',
      album: 'Where They Go',
      releaseDate: '2025-02-28',
      explicit: false,
      language: 'en',
      writers: ['Kendrell Amos', 'Lowell Beech'],
      producers: ['Lowell Beech'],
      featured: [],
      state: 'complete',
      tags: ['trap soul', 'storytelling'],
      durationSeconds: 242,
      relation: { type: 'samples', artist: 'Kilo Meridian', title: 'Gate B19' },
      lyrics: `[Intro]
(Beep) (beep)
That's the scanner
Only lullaby I know

[Verse 1]
Ten on the dot and she clocking it in (beep)
Back brace and earplugs, a bobby pin, grin (beep)
Kiss on my head with the TV still on (on)
Wake up for school and the bed was still gone (gone)
Belt number nine, where the big ones come down (down)
Once it was lobsters alive from the Sound (pinch)
Once it was roses, a plane full of rose (rose)
One petal stuck in the tape on her clothes (nose)
I was just six, and I asked where they go (go)
She read me names off the boxes she towed (slow)
"Oslo," she told me, "where everything snow" (snow)
"Osaka," she told me, "I really don't know"

[Chorus]
Night sort, night sort, everything moves (moves)
Night sort, night sort, steel-toe shoes (shoes)
She sent the world to the opposite side (side)
Never one time did she come for the ride (ride)
Night sort, night sort, ten until eight (eight)
Night sort, night sort, labelling freight (freight)
Put down the scanner, I'm outside the gate (gate)
Mama, come on, it's your turn and we late (late)

[Verse 2]
Last night of work and they brought her a cake (cake)
Sheet cake and candles at quarter past eight (blow)
Supervisor cried and he blamed it on tape (tape)
Two hundred gloves came to give her a shake (shake)
I pulled the car where the loaders all park (park)
Hazards was blinking like tags in the dark (dark)
She said, "I smell like a box in the yard" (yard)
I said, "Then ship it, I printed the card" (card)
"Where we going?" I said, "You pick the place (place)
Thirty-one years reading names off of tape" (tape)
She got so quiet, she studied my face (face)
"Osaka. I just like the way that it taste" (taste)

[Chorus]
Night sort, night sort, everything moves (moves)
Night sort, night sort, steel-toe shoes (shoes)
She sent the world to the opposite side (side)
Never one time did she come for the ride (ride)
Night sort, night sort, ten until eight (eight)
Night sort, night sort, labelling freight (freight)
Put down the scanner, I'm outside the gate (gate)
Mama, come on, it's your turn and we late (late)

[Verse 3]
Gave her the window and gave her my coat (coat)
Gate B19 and it caught in my throat (throat)
Same little carpet and same little glow (glow)
Same little rip in the bag that I tote (tote)
Wheels left the ground and she grabbed on my wrist (wrist)
Memphis got small like a thing on a list (list)
Down on the ramp there's a light in the mist (look)
Crew of the night sort was waving like this (this)

[Outro]
She said, "They so little." I told her, "I know" (know)
She said, "I done touched every box that's below"
She put her whole hand to the glass, real slow
"So that's where they go, huh. So that's where they go"`,
    },
  ],
};
