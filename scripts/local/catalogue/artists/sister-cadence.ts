import type { CatalogueArtist } from '../types.ts';

export const sisterCadence: CatalogueArtist = {
  name: 'Sister Cadence',
  slug: 'sister-cadence',
  bio: 'Schoolteacher by day and block-party host by night, who put lesson plans on wax from 1988 to 1996. Her records ask a question and wait for the room to answer.',
  songs: [
    {
      title: 'Roll Call',
      album: 'Roll Call',
      releaseDate: '1988-05-17',
      explicit: false,
      language: 'en',
      writers: ['Sister Cadence'],
      producers: ['DJ Marguerite'],
      featured: [],
      state: 'complete',
      tags: ['golden age', 'call and response', 'conscious'],
      durationSeconds: 236,
      relation: null,
      lyrics: `[Intro]
Good morning, class! (Good morning, Sister!)
Pencils up. (Pencils up!)

[Verse 1]
Second bell's ringing and the needle's in the groove
Every desk is a drum and every pencil's gonna move
I teach in the day and at night I teach too
The blackboard's wide and the chalk is for you
Take a seat in the front, take a seat in the rear
There's no such thing as the back row here
Got no principal's office, got no detention slip
Just a beat from the street and a microphone grip
My lesson plan's short and it fits on a card
Be kind when it's easy, be kind when it's hard
Speak up when you know it and listen when you don't
If nobody will say it, don't be one who won't
Now I'll call you by name and you answer me loud
'Cause a name is a crown and you're wearing it proud

[Chorus]
When I say, "Present," you say, "And accounted for!"
Present! (And accounted for!)
Present! (And accounted for!)
Who's that knocking at the schoolhouse door?
(It's all of us, Sister, and a whole lot more!)

[Verse 2]
Is Anthony here? (Here!) With the sketchbook and the dream
He draws you the cleanest trains that you've ever seen
Denise? (Here!) She does fractions on a turntable
If a beat can be counted, then Denise is more than able
Rashid? (Right here!) Got a voice like a bell
He wrote us a poem on a napkin, and he wrote it well
Marisol? (Presente!) She can say it in two
That's double the ways to tell Mama, "I love you"
Big Walt? (Yo!) He's the smallest in the grade
He named himself that, and the name has been paid
Quiet Joe? (...) Quiet Joe nods his head
You don't need the volume to be heard, like I said

[Chorus]
When I say, "Present," you say, "And accounted for!"
Present! (And accounted for!)
Present! (And accounted for!)
Who's that knocking at the schoolhouse door?
(It's all of us, Sister, and a whole lot more!)

[Verse 3]
Now some names I call and there's nobody there
Just a hook with no coat and a pencil and a chair
Where's Curtis? They moved him. The building was sold
He sleeps in a station wagon out in the cold
Where's Yvonne? She's working, and she's raising her brother
She's only thirteen and the boy calls her Mother
Where's Lamont? Got locked up for hopping a train
A dollar-ten fare, and he's wearing a chain
But I don't erase 'em, and I don't skip a line
I call every one, 'cause each one is mine
And the whole class will answer from the windows and floors
Till somebody comes and unlocks all the doors

[Outro]
Curtis! (Present! And accounted for!)
Yvonne! (Present! And accounted for!)
Lamont! (Present! And accounted for!)
Leave the light on. (Leave the light on!)`,
    },
    {
      title: 'Four Corners of the Cardboard',
      album: 'Blacktop',
      releaseDate: '1989-08-01',
      explicit: false,
      language: 'en',
      writers: ['Sister Cadence', 'Hector Salvo'],
      producers: ['DJ Marguerite'],
      featured: [],
      state: 'complete',
      tags: ['golden age', 'hip-hop culture', 'party'],
      durationSeconds: 222,
      relation: null,
      lyrics: `[Intro]
Somebody bring the box out! (It's out!)
Somebody bring the broom! (It's swept!)

[Verse 1]
It came off a fridge that was six feet tall
We begged it from the man at the furniture hall
Rode it down the block like a holiday float
Stuck down the edge with the tape from my coat
Laid it on the sidewalk, smoothed out the crease
Hundred-degree August and a square of peace
Now corner one's Yolanda's, so step to the side
She can spin on her shoulder till the colors collide
Windmill, backspin, freeze on one hand
Hold it like a statue till the whole block can stand
She learned it from a cousin and he learned it from the floor
And the floor tells you no till it don't anymore

[Hook]
Four corners of the cardboard, lay it on the ground
One for the body and one for the sound
One for the color and one for the word
Four corners of the cardboard, let it be heard!

[Verse 2]
Corner number two, plug the lamppost in
Two hand-me-down turntables, taped at the chin
DJ Marguerite got her ear to the phone
Finds four good seconds and she builds it a home
Back to the top of it, back to the top
A drummer's best moment and she won't let it stop
Corner number three is for Hector with the cans
Aerosol rainbow on the backs of his hands
He put up his name where a gray wall stood
Ten feet across, 'cause nobody else would
They buffed it by Monday, by Tuesday, revised
You can paint out the letters, you can't paint out eyes

[Hook]
Four corners of the cardboard, lay it on the ground
One for the body and one for the sound
One for the color and one for the word
Four corners of the cardboard, let it be heard!

[Verse 3]
Corner number four is the corner for me
With a mic on a cord and a rhyme for a key
I don't talk of jewels that I never did own
I talk 'bout my grandmother's laugh on the phone
I move the crowd left! (Left!) I move the crowd right! (Right!)
I move 'em all in till the circle's airtight
And nobody's fighting and nobody's low
If you got you a problem, then battle it. (Go!)
Settle it with footwork, settle it with ink
Settle it with something that'll make us all think
Four little corners, and it folds to a square
You can carry it home with you anywhere

[Hook]
Four corners of the cardboard, lay it on the ground
One for the body and one for the sound
One for the color and one for the word
Four corners of the cardboard, let it be heard!

[Outro]
And when the box wears out? (Get another box!)
And when the box wears out? (Get another box!)
And when the people wear out?
(...) Teach another block`,
    },
    {
      title: 'Who Swept the Hall',
      album: 'Chalk and Bass',
      releaseDate: '1990-09-18',
      explicit: false,
      language: 'en',
      writers: ['Sister Cadence'],
      producers: ['DJ Marguerite', 'Otis Farrow'],
      featured: [],
      state: 'complete',
      tags: ['golden age', 'conscious', 'storytelling'],
      durationSeconds: 258,
      relation: null,
      lyrics: `[Verse 1]
I came in at seven with my chalk in a cup
And the lights were all on and the chairs were all up
Floor like a mirror, you could part your own hair
And I thought to myself, now who put that there?
I been teaching nine years, I can name every king
Every general, battle and date, everything
But a man had been polishing right where I stood
And I never had asked him his name, like I should
So I stayed until evening, with papers and tea
Till a bucket came squeaking, and who should it be?
Mr. Baptiste, sixty-one, from the isles
With a mop for a partner, and how the man smiles
He said, "I taught physics before I was swept
Overseas by a war, and the ten years I've kept
This hallway, you're only the second to ask."
I put down my teacup. I'd found me a task

[Chorus]
Who swept the hall? (Who swept the hall?)
Who changed the bulb and who painted the wall?
You know the principal, the governor, and all
So tell me the name of who swept the hall!

[Verse 2]
I told it to my class and the class told it back
And Tasha said, "Sister, do they pay him for that?"
I said, "Let's find out," and we wrote down the sum
What it costs for a year, where the money comes from
The board had a bonus, the board had a car
The sweepers made less than was spent upon tar
For the lot where they parked it. No sick day, no raise
No chair in the lunchroom for all of their days
Then Tasha said, "Sister, that isn't correct."
And they picked up their pencils and wrote their respect
Three hundred letters in three hundred hands
In crayon, in ballpoint: "We don't understand."
In a mop bucket, mister, we wheeled 'em downtown
And the squeak of that wheel was a beautiful sound

[Chorus]
Who swept the hall? (Who swept the hall?)
Who changed the bulb and who painted the wall?
You know the principal, the governor, and all
So tell me the name of who swept the hall!

[Verse 3]
The board said, "We're busy." We said, "So are we."
Three hundred children and chaperones, three
We brought our own brooms and we swept the front stair
We swept out the lobby and round every chair
And each time they asked us, "Who sent you at all?"
Three hundred voices: (Who swept the hall?)
By springtime the sweepers had won them a day
Of sickness, a lunch chair, a dollar more pay
It isn't a palace. It isn't the moon
But Mr. Baptiste teaches physics at noon
In the boiler room, Thursdays, with standing room left
And before he lets go of us, everyone's swept

[Chorus]
Who swept the hall? (Baptiste swept the hall!)
Who changed the bulb? (And he painted the wall!)
You know the principal, the governor, and all
(Now we know the name of who swept the hall!)`,
    },
    {
      title: 'Chalk Dust',
      album: 'Chalk and Bass',
      releaseDate: '1990-09-18',
      explicit: false,
      language: 'en',
      writers: ['Otis Farrow'],
      producers: ['DJ Marguerite', 'Otis Farrow'],
      featured: [],
      state: 'instrumental',
      tags: ['golden age', 'instrumental'],
      durationSeconds: 147,
      relation: null,
      lyrics: '',
    },
    {
      title: 'Library Card',
      album: 'Overdue',
      releaseDate: '1991-09-24',
      explicit: false,
      language: 'en',
      writers: ['Sister Cadence', 'Otis Farrow'],
      producers: ['Otis Farrow'],
      featured: [],
      state: 'complete',
      tags: ['golden age', 'storytelling', 'joy'],
      durationSeconds: 231,
      relation: null,
      lyrics: `[Verse 1]
I was nine and a half in the heat of July
The hydrant was broke and the rent was too high
Mama said, "Baby, go someplace that's cool."
I had no swim pass and it wasn't yet school
I saw two stone owls on a step made of gray
And a sign on the door that said FREE EVERY DAY
I looked for the catch and I looked for the fee
And a lady in glasses looked down over me
Said, "Can you write your own name?" I said, "Yes." "Let me see."
So I wrote it real careful, from A down to E
She stamped it (Ka-chunk!) and she gave me the card
And that was the softest thing I'd had in my yard
Eleven tall shelves and a ladder on a rail
And nobody followed me. Nobody. No tail

[Chorus]
Library card! (What you got?) Library card!
A key to a door that they couldn't keep barred
From the shelf to myself, from the street to the yard
The strongest thing I carry is a library card!

[Verse 2]
Monday I was sailing with a crew made of mice
Tuesday I was digging up a mammoth from ice
Wednesday I was Harriet, bringing folks through
With a star for a map and a river for a shoe
Thursday I was fixing up a radio set
Friday I got sick, and I hadn't quit yet
Saturday, poems, and they rattled my bones
'Cause somebody'd written how my own street moans
You mean you can put down the corner, the stoop?
The lady in curlers, the smell of the soup?
I asked, "Is it legal?" She laughed till she cried
"It's what it's all for, hon. Now get on outside
And write me some." (Write me some!) So I sat on the stair
And I wrote down the block, and the block was all there

[Chorus]
Library card! (What you got?) Library card!
A key to a door that they couldn't keep barred
From the shelf to myself, from the street to the yard
The strongest thing I carry is a library card!

[Verse 3]
Then a man with a clipboard came, cut after cut
"Two days a week, and by winter it's shut."
So we checked out the library, every last one
Ten books to a body till the lending was done
Grandmas with mysteries, kids with a stack
Cab drivers, deacons, a dog with a pack
The shelves were all naked. We said, "We'll come back
With each one you gave us, in order, on track
When you open these doors." And the news came to see
Four blocks of people with a book on their knee
It took 'em eleven days. They signed on the line
I was first at the desk, and the first stamp was mine
(Ka-chunk!) So if they say that a reader is weak
(Say what?) Tell 'em, "Summer. The books took the street."

[Chorus]
Library card! (What you got?) Library card!
A key to a door that they couldn't keep barred
From the shelf to myself, from the street to the yard
The strongest thing I carry is a library card!`,
    },
    {
      title: 'Redline',
      album: 'Homeroom',
      releaseDate: '1993-04-20',
      explicit: false,
      language: 'en',
      writers: ['Sister Cadence'],
      producers: ['Otis Farrow'],
      featured: [],
      state: 'complete',
      tags: ['conscious', 'storytelling'],
      durationSeconds: 264,
      relation: null,
      lyrics: `[Intro]
This is a geography lesson
Everybody find your street. (Found it!)
Now look what color it is

[Verse 1]
My grandfather saved up for seventeen years
With a lunch pail, a bad knee and oil in his ears
Went down to the bank in a suit, Sunday-pressed
With a fistful of pay stubs and hope in his chest
And the man in the tie took a map from the shelf
A map with four colors, and he smiled to himself
Green was for "best" and the blue was "all right"
Yellow, "declining," and the red, "out of sight"
He put down a finger on Garland and Pine
"Your money is good, but your street's past the line."
"What line?" said my grandfather. "Show me the wall."
"It's only some damn color. It's nothing at all."

[Chorus]
Who drew the line? (They drew the line!)
Ran it down your block and they ran it down mine
Red meant no and green meant fine
Come stand on the line! (We're standing on the line!)

[Verse 2]
No loan for the roof and no loan for the store
So the roof let the rain in and Mack locked his door
No tax from the shops meant no books for the school
No shade for the sidewalk, no guard for the pool
The factory came, 'cause the damn land was cheap
And it coughed on the children awake and asleep
The highway came through where the churches had been
Cut Garland Street open from elbow to chin
Then a scholar came by with a chart and a frown
"Now, why do these folks let their neighborhood down?"
I stood on a chair in the back of the hall
"Hell, mister, you got it all backward, that's all
You can't break a leg and make fun of the limp
You can't steal the flour and call the bread skimp."

[Chorus]
Who drew the line? (They drew the line!)
Ran it down your block and they ran it down mine
Red meant no and green meant fine
Come stand on the line! (We're standing on the line!)

[Verse 3]
So I pass out the map and I pass out the chalk
We go down to Garland, we go for a walk
We find where the ink ran by counting up trees
The one side has forty. The other has... these
I said, "Draw the line." And they drew it bright red
All over the sidewalk. "Now look up," I said
"It's dust on the ground. Is it taller than you?
A pen did this to us. A pen can undo."
They read up on lending, they read up on votes
They sat with their grandmas and typed up the notes
Tiana read law, and that stubborn-ass girl
Took 'em to court till the old map was furled
Now Grandpa is ninety. He bought house and vine
And he painted the door of it red, like the line

[Chorus]
Who drew the line? (They drew the line!)
Ran it down your block and they ran it down mine
Red meant no and green meant fine
Who crossed the line? (We crossed the line!)`,
    },
    {
      title: 'Redline (Radio Edit)',
      album: null,
      releaseDate: '1993-07-06',
      explicit: false,
      language: 'en',
      writers: ['Sister Cadence'],
      producers: ['Otis Farrow'],
      featured: [],
      state: 'complete',
      tags: ['conscious', 'storytelling', 'radio edit'],
      durationSeconds: 238,
      relation: { type: 'remix_of', artist: 'Sister Cadence', title: 'Redline' },
      lyrics: `[Verse 1]
My grandfather saved up for seventeen years
With a lunch pail, a bad knee and oil in his ears
Went down to the bank in a suit, Sunday-pressed
With a fistful of pay stubs and hope in his chest
And the man in the tie took a map from the shelf
A map with four colors, and he smiled to himself
Green was for "best" and the blue was "all right"
Yellow, "declining," and the red, "out of sight"
He put down a finger on Garland and Pine
"Your money is good, but your street's past the line."
"What line?" said my grandfather. "Show me the wall."
"It's only some small color. It's nothing at all."

[Chorus]
Who drew the line? (They drew the line!)
Ran it down your block and they ran it down mine
Red meant no and green meant fine
Come stand on the line! (We're standing on the line!)

[Verse 2]
No loan for the roof and no loan for the store
So the roof let the rain in and Mack locked his door
No tax from the shops meant no books for the school
No shade for the sidewalk, no guard for the pool
The factory came, 'cause the poor land was cheap
And it breathed on the children awake and asleep
The highway came through where the churches had been
Cut Garland Street open from elbow to chin
Then a scholar came by with a chart and a frown
"Now, why do these folks let their neighborhood down?"
I stood on a chair in the back of the hall
"Well, mister, you got it all backward, that's all
You can't break a leg and make fun of the limp
You can't steal the flour and call the bread skimp."

[Chorus]
Who drew the line? (They drew the line!)
Ran it down your block and they ran it down mine
Red meant no and green meant fine
Come stand on the line! (We're standing on the line!)

[Verse 3]
So I pass out the map and I pass out the chalk
We go down to Garland, we go for a walk
We find where the ink ran by counting up trees
The one side has forty. The other has... these
I said, "Draw the line." And they drew it bright red
All over the sidewalk. "Now look up," I said
"It's dust on the ground. Is it taller than you?
A pen did this to us. A pen can undo."
They read up on lending, they read up on votes
They sat with their grandmas and typed up the notes
Tiana read law, and that stubborn young girl
Took 'em to court till the old map was furled
Now Grandpa is ninety. He bought house and vine
And he painted the door of it red, like the line

[Chorus]
Who drew the line? (They drew the line!)
Ran it down your block and they ran it down mine
Red meant no and green meant fine
Who crossed the line? (We crossed the line!)`,
    },
    {
      title: 'Block Party Arithmetic',
      album: 'Open Window',
      releaseDate: '1996-06-18',
      explicit: false,
      language: 'en',
      writers: ['Sister Cadence', 'DJ Marguerite'],
      producers: ['DJ Marguerite'],
      featured: [],
      state: 'complete',
      tags: ['party', 'call and response', 'joy'],
      durationSeconds: 245,
      relation: null,
      lyrics: `[Intro]
Put your fingers up. (Put 'em up!)
No, all of 'em. We'll need to count

[Verse 1]
Sawhorse on the corner and the cops said okay
Street's closed to cars and it's open for play
Add Mr. Ortega and a grill from a drum
Add Mrs. DeWitt with her ginger and plum
Extension cord hanging from the third-story floor
Plus extension cord, plus about seventeen more
Add little Renee in her beads and her braids
Add domino uncles, the sun on their shades
A crate full of records, a crate full of ice
If you like the first plate, you can add to it twice
Carry the one! (Carry what?) Carry the one!
That's my auntie in her wheelchair, to the front, in the sun

[Hook]
One block, two speakers, three double-dutch ropes
Four kinds of chicken and a bucket of soap
Five on the bass line and six on the snare
Seven o'clock and the whole street's there!
Eight candles, nine cousins, ten feet of shade
Add it all up and that's how it's made!

[Verse 2]
Now let's do subtraction. Subtract all the gloom
Minus the bill on the desk in your room
Minus the boss and the bus that was late
Minus the beef 'tween two-six and two-eight
(What's left?) What's left is your hips and your feet
Now multiply that by the rest of the street
My two-step times Keisha's makes four, times the crew
Times Grandpa's old hop out of nineteen and two
Times babies on shoulders, times dogs in a hat
There's no calculator made that can do that
And the DJ does division, cuts a break into two
Two into four till the whole block comes through

[Hook]
One block, two speakers, three double-dutch ropes
Four kinds of chicken and a bucket of soap
Five on the bass line and six on the snare
Seven o'clock and the whole street's there!
Eight candles, nine cousins, ten feet of shade
Add it all up and that's how it's made!

[Verse 3]
Sun's going orange and the pie's being cut
Forty-one people, and one window's shut
Fourth floor. Mr. Lyle. Hasn't come down all year
Since we lost Mrs. Lyle, and we miss him down here
So, class, you divide, and there's some left, what's that?
(The remainder!) And do we just leave it? (Not that!)
(Carry it up!) That's right, carry it up
Four flights, with a plate and a lemonade cup
Forty-one people in line on the stair
Knocked on the door with the bass in the air
He opened a crack, and he looked, and he cried
Put on a bow tie and he came down outside
And he danced with Renee and he danced with DeWitt
And that's the arithmetic. That's all of it

[Hook]
One block, two speakers, three double-dutch ropes
Four kinds of chicken and a bucket of soap
Five on the bass line and six on the snare
Seven o'clock and the whole street's there!
Eight candles, nine cousins, ten feet of shade
Forty-two people, and that's how it's made!`,
    },
  ],
};
