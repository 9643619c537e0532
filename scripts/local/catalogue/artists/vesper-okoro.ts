import type { CatalogueArtist } from '../types.ts';

export const vesperOkoro: CatalogueArtist = {
  name: 'Vesper Okoro',
  slug: 'vesper-okoro',
  bio: 'Birmingham MC who learnt to spit on the top deck of the number 11. Grime at full tilt about forms, damp, libraries and the people downstairs, with the jokes left in.',
  songs: [
    {
      title: 'Outer Circle',
      album: 'Exact Fare',
      releaseDate: '2006-09-18',
      explicit: false,
      language: 'en',
      writers: ['Vesper Okoro'],
      producers: ['Brickwork'],
      featured: [],
      state: 'complete',
      tags: ['grime'],
      durationSeconds: 204,
      relation: null,
      lyrics: `[Intro]
Hold tight the top deck, hold tight the driver
Exact fare please, no change given
That's the story of the city, innit? No change given

[Verse 1]
Quarter to seven, I'm catching the 11, a lad at the back's got a pasty for breakfast
Granddad in flat cap is tapping the glass with a fact for the passengers, nobody asked him
Past the allotments, the plots and the pots and the cotton-wool frost on the tops of the lock-ups
Shops with the shutters down, butchers and bookies and bookies and bookies: who shut all the bookshops?
Twenty-six miles and it's two and a half hours, it tours through the towers, the flowers, the ivy
From houses so narrow the hallway's a rumour to houses so wide that the driveway's got driveways
One side, the postcode's a joke when you quote it, the loan man'll drop the phone soon as you've spoke it
The other side, folk have got two homes, both of 'em ghost homes, and oak trees with plaques on to show it
Same bus, same fuss, and the same dusty cushions, the same pound-twenty, same plate glass to wave through it
But who's gonna wave? You're afraid and they're paid and you're all in the same bloody queue, innit?

[Chorus]
Round and round on the Outer Circle
Red at the lights and the clouds all purple
Whole city's in it and it moves like a turtle
Never see the centre, so don't take it personal
Round and round till I'm back where I started
Same wet bench with the same names carved in
They promised us change on a big bit of cardboard
Sign on the till says there's no change, darling

[Verse 2]
There's a stop for the ward where you're born, and the nursery, a stop for the school and a stop for the surgery
Stop for the magistrates', perfectly certain you're guilty of burglary, probably perjury
Stop for the nick with its brick and its turrets, a stop for the cemetery, stop for the chapel
You could live and be dead for the price of a day pass and change at the end for a bit of the gravel
Never switch buses from first breath to hearses, from christening gown to the box with the brass
And they'd still say you failed to explore opportunities out of your area, out of your class
My mum cleans offices, four in the morning, she's off with a mop and a flask and a flannel
Polishing desks for the bosses who talk about people like her on a talking-heads panel
Degree from Enugu in chemistry: over here, chemistry's bleach and the rust on the handles
She still knows the boiling point of every poison. They still ask her if she can lift all the bin bags

[Chorus]
Round and round on the Outer Circle
Red at the lights and the clouds all purple
Whole city's in it and it moves like a turtle
Never see the centre, so don't take it personal
Round and round till I'm back where I started
Same wet bench with the same names carved in
They promised us change on a big bit of cardboard
Sign on the till says there's no change, darling

[Verse 3]
Me, I write bars on the back of a letter that's threatening, red, in a very bold font
Kids on the top deck are shouting me "Spit one!" so I draw the beat on the glass with the fog on
Tinny little phone for the drums, and a gran from the front turns around and she's nodding: "Well, go on"
And that's how I learnt it: you don't need a stage when you've forty-odd people who cannot get off

[Outro]
Ding ding
This bus is on diversion
Been on diversion since 1979, bab`,
    },
    {
      title: 'Outer Circle (Remix)',
      album: null,
      releaseDate: '2019-09-20',
      explicit: false,
      language: 'en',
      writers: ['Vesper Okoro', 'Kendrell Amos'],
      producers: ['Brickwork', 'Dusk Tariq'],
      featured: ['Kilo Meridian'],
      state: 'complete',
      tags: ['grime', 'trap', 'remix'],
      durationSeconds: 218,
      relation: { type: 'remix_of', artist: 'Vesper Okoro', title: 'Outer Circle' },
      lyrics: `[Intro: Vesper Okoro & Kilo Meridian]
Hold tight the top deck, hold tight Memphis
(Where's the bathroom at on this thing?)
There ain't one, bab, it's a bus
(Kilo)

[Verse 1: Vesper Okoro]
Thirteen years later I'm back on the 11, the seats are all new but the weather's a veteran
Fare's gone up double, the trouble has doubled, the bubble went pop and my wages have settled in
The lad with the pasty's got kids and a mortgage, the bookies have bred, now there's seven, not five of 'em
The library's flats and the flats are all empty, the baths is a car park so no one can dive in 'em
They gave us a brand and a plan and a mascot, a hand-knitted lamb with a man in the costume
The youth club's a "hub" now, it's open by phone on alternate Tuesdays from midnight till, what, noon?
But Nan on the lower deck's still got her trolley and still she's got sweets and she's still gonna offer 'em
And kids on the top deck are spitting it faster than I did, I'm hearing my bars coming off of 'em
One in a bobble hat, bubbling, doubling, troubling tempos, I had to applaud the lot of 'em
She went "Safe, auntie." Auntie? I'm twenty-nine. Swallowed it, honestly. Auntie! I'm fond of 'em

[Chorus: Vesper Okoro]
Round and round on the Outer Circle
Red at the lights and the clouds all purple
Whole city's in it and it moves like a turtle
Never see the centre, so don't take it personal
Round and round till I'm back where I started
Same wet bench with the same names carved in
They promised us change on a big bit of cardboard
Sign on the till says there's no change, darling

[Verse 2: Kilo Meridian]
Holding pattern, man, we circle the sky (circle)
Circle the city from four until five (circle)
Landed in Brum and the driver ain't come (nope)
Tapped on a girl, "Where the stop at?" She hummed (hmm)
"Follow the queue, bab." I followed the queue (bab?)
Never been number a hundred and two (two)
Pulled out a fifty, the driver said, "No" (no)
Exact fare only, I ain't got it, though (though)
Lady behind with a bag full of leeks (leeks)
Paid for my ticket and kissed on my cheeks (mwah)
Sat me beside her and asked do I eat (eat)
First time in years someone shared me a seat (seat)
"What do you do, love?" I told her, "The shelves" (shelves)
Told her I lift things for somebody else (else)
Circle of planes or a circle of bus (bus)
Rich man's a dot and the circle is us (us)
Went all the way round and I never got off (off)
Grandma gave mints for my throat and my cough (cough)

[Chorus: Vesper Okoro]
Round and round on the Outer Circle
Red at the lights and the clouds all purple
Whole city's in it and it moves like a turtle
Never see the centre, so don't take it personal
Round and round till I'm back where I started
Same wet bench with the same names carved in
They promised us change on a big bit of cardboard
Sign on the till says there's no change, darling

[Verse 3: Vesper Okoro & Kilo Meridian]
You do it in jets and I do it for pence
(You see the fence and I just see the dents)
You're over the top of it (Under the clouds)
Same bloody queue, going round and around

[Outro: Kilo Meridian]
(Ding, ding)
Man, she really gave me leeks`,
    },
    {
      title: 'Damp',
      album: 'Letters to the Housing',
      releaseDate: '2009-02-02',
      explicit: false,
      language: 'en',
      writers: ['Vesper Okoro', 'Callum Speight'],
      producers: ['Brickwork'],
      featured: [],
      state: 'complete',
      tags: ['grime', 'political'],
      durationSeconds: 211,
      relation: null,
      lyrics: `[Intro]
"Thank you for calling Repairs. You are number forty-one in the queue"
Forty-one? There's forty flats in the block
Who's the other one?

[Verse 1]
There's a patch on the wall and it started off small, like a penny, a freckle, a thing you'd ignore
By the clocks going back it was black, it was backing the wardrobe and taller than me, and I'm five foot four
It had arms, it had charm, it had gardens and farms, it had all of the coast and a county to spare
So we christened it Terry. He's quiet, he's very discreet for a fella with that much hair
Now Terry don't work but he lurks in the shirts and he's hurting the plaster, he's into the skirting
He's up in the curtains, he's surfed through to Gurpreet's at thirty-nine, he's so assertive it's worrying
He's got no rent, no tax, no electric, relaxed on the ceiling and causing alarm
Eight years I've been waiting on transfer. Our Terry's got three rooms, a view and a rash up my arm

[Chorus]
"Open a window." Babe, the window's painted shut
"Turn the heating up." Babe, the meter's got me stuck
"Hang your washing out." Babe, it's the thirteenth floor
"Is it condensation?" Babe, it's running down the door
"We'll send someone Tuesday." Yeah? Which? They never say
"Between eight and six." So that's another day, no pay
"It's a lifestyle issue." Breathing is a lifestyle, mate?
"Anything else today?" Just tell my lungs to wait

[Verse 2]
See, my brother's got asthma, he's rasping, he's nine and he sleeps in his coat and he coughs like a van
And the doctor wrote "damp" and she underlined "damp" and she double-underlined "damp" with her hand
In a letter, dead clear, it's been here for a year, it's been read, it's been logged, it's been filed, it's been scanned
It's been passed to the team for the passing of things to the team for not knowing what's planned
Then a surveyor appears with a meter that peeps, and he's pointing, the needle goes over the red
He goes "Hmm." He goes "Well." He goes "That's quite a smell." He goes "Wipe it with bleach," and that's all that he said
He goes "Do you cook?" Do I cook? "Do you boil things? Do you breathe of an evening? And do you use beds?"
I said mate, I do all of 'em, sometimes together. He wrote it all down on his form and he fled

[Chorus]
"Open a window." Babe, the window's painted shut
"Turn the heating up." Babe, the meter's got me stuck
"Hang your washing out." Babe, it's the thirteenth floor
"Is it condensation?" Babe, it's running down the door
"We'll send someone Tuesday." Yeah? Which? They never say
"Between eight and six." So that's another day, no pay
"It's a lifestyle issue." Breathing is a lifestyle, mate?
"Anything else today?" Just tell my lungs to wait

[Verse 3]
But there's Gurpreet at thirty-nine, Doreen at two, and there's Khalid who's got it much worse in the loo
And there's Agnes, eleventh floor, ninety, it grew up her telly, she only sees half of the news
So we knocked every door with a form of our own, it was one page, one question: "Have you got it too?"
Forty flats, forty ticks, forty pics of the bricks, and a magnet, a fridge and a court date in blue
And here come the vans and the fans and the man with the plan and the banner: WE'RE LISTENING TO YOU
Terry went quiet. They took him on Tuesday in overalls, bagged up and tagged, no appeal, no review
I'd say that I miss him. My brother's asleep with the window wide open. It opens. It's new

[Outro]
"You are number forty in the queue"
That's more like it`,
    },
    {
      title: 'Form 12B',
      album: 'Letters to the Housing, Vol. 2',
      releaseDate: '2012-05-28',
      explicit: false,
      language: 'en',
      writers: ['Vesper Okoro'],
      producers: ['Ade Lightfoot'],
      featured: [],
      state: 'complete',
      tags: ['grime', 'comedy'],
      durationSeconds: 193,
      relation: null,
      lyrics: `[Intro]
Ticket number ninety-four to desk number six
Desk number six is closed

[Verse 1]
Question one: can you walk to the end of the room? Question two: is the room near a bus or a tube?
Question three: could you carry a box if the box had a box in it, locked, and you hadn't to move?
Question four: when you wake in the morning, are you, you? Can you prove it with two bits of paper from June?
Question five: if you can't tell the time by a clock, could you tell it by crying? We'll see you at noon
So I went with Emeka, my uncle, he's sixty, he's left half his lung in a foundry in Tipton
He's poured every engine this city was driven in, grafted till grafting had taken his grip, then
They sat him down, sixty, in front of a kid with a lanyard, who's twenty and reads from a script, and
Goes "Can you pick up a pen for us?" Fair enough, picks up the pen for him. "Thank you. You're fit, then"

[Chorus]
Form 12B, tick A, tick B
Tick C if you can't tick A or B
If you ticked tick C then you can't see me
You'll be needing Form 12C for a Form 12B
Form 12B, black ink, block caps
No blots, no staples, no tears, no gaps
If you fill it in fully it's void, perhaps
You can try it again when the six weeks lapse

[Verse 2]
You need fifteen points and they're keeping them tight, they're so tight that they squeak, so he's sat there, polite
She goes "Breathing?" He wheezes. "I'm hearing you breathing, so nought." "And your sight?" "Well, it's gone in the right"
"So that's fine in the left." And she's writing it down. "Are you sleeping?" "No, love." "So you're up in the night?
That's a positive, shows initiative." Give it a minute, she'll give him a medal for fright
It came in the post with a ghost of a logo, it opens with "Dear Mr..." space, then a comma
It tots up his life: nought for lungs, nought for pain, nought for dropping the kettle, and two for pyjamas
Two points out of fifteen for needing a hand with the buttons. I've seen better scores from llamas
He folded it neatly, he said "They were nice, though." I went upstairs and I cried on a banister

[Chorus]
Form 12B, tick A, tick B
Tick C if you can't tick A or B
If you ticked tick C then you can't see me
You'll be needing Form 12C for a Form 12B
Form 12B, black ink, block caps
No blots, no staples, no tears, no gaps
If you fill it in fully it's void, perhaps
You can try it again when the six weeks lapse

[Verse 3]
So I read the whole rulebook, four hundred and eighty-odd pages, two laps on the bus, both directions
I learnt every paragraph, sub, and the subs of the subs of the schedule of subsidised sections
I turned up in Nan's jacket, shoulders like cabinets, tabs in a ring binder, colour-coded questions
The judge goes, "And who are you?" "Niece, sir. I rap, sir. I've done forty slides and a couple suggestions"
I said "Paragraph nine: can he do it in time? And repeat it? And safely? It's here, you can read it
You asked could he pick up a pen, and he did it. You never asked if he could put it down, did you?
His fingers had locked round it. He took it home with him. There. That's your pen. It's exhibit A, keep it"
Nine minutes. Nineteen points. Uncle said "Thanks," and he left the lad's pen on the desk. And he meant it

[Outro]
Ticket number ninety-four
Ninety-four?
Sorry, love, he's gone home`,
    },
    {
      title: "Grandma's Sideboard",
      album: 'The Good Plates',
      releaseDate: '2015-10-16',
      explicit: false,
      language: 'en',
      writers: ['Vesper Okoro', 'Ade Lightfoot'],
      producers: ['Ade Lightfoot'],
      featured: [],
      state: 'complete',
      tags: ['uk rap', 'storytelling', 'family'],
      durationSeconds: 249,
      relation: null,
      lyrics: `[Verse 1]
It came on a ship out of Lagos in pieces, in blankets, in nineteen and seventy-four
Mahogany, heavy as history, mystery drawers and a mirror and claws on the floor
Eleven floors up and the lift was kaput, so six brothers-in-law took a corner and swore
In Igbo and English and one bit of Latin from Father Augustine, who'd come to hold doors
And the glass bit on top was the holy of holies: the plates that nobody had ever put food on
Doilies on doilies, and nobody knew what the very first doily on God's earth had stood on
A biscuit tin: open it, hoping for biscuits, get cotton reels, needles, a button, a coupon
A Jesus whose eyes, when you'd lied about homework, would follow you right through the room with your hood on

[Chorus]
Don't touch the sideboard (don't touch the sideboard)
Sit on the plastic and sit with your back straight
Don't touch the sideboard (don't touch the sideboard)
Those are the good plates, use an everyday plate
Saving for who? For the Queen or the bishop?
Saving for when? For the day they arrive?
Grandma, it's us, we're the guests, we're the visit
Get the good plates out while we're alive

[Verse 2]
Now Doreen at number two didn't say much at first, she'd say "Morning" and look at her feet
And Gurpreet would nod with his shopping, and somebody's telly would row through the wall for a week
Then I'm seven, we're back from the market, there's somebody's word on the door, and it's still dripping wet
And it's red and it's bigger than I am, and Grandma goes quiet, and holds out her hand, and says "Step"
In we went, and she shut it behind us, she sat on the plastic, she put on the news
And I heard something scraping. I looked through the letter box. Slippers. And trainers. And sensible shoes
There's Doreen with turps and a bucket, her sleeves up, and swearing like Brummies do under their breath
There's Gurpreet with scrapers, there's Khalid with paint and there's Agnes supplying a running address
They scrubbed till the word was a blush, then a rumour, then nothing, then somebody painted it green
And Grandma came out and she looked at it, looked at them, looked at the state of the knees on Doreen
And she went to the sideboard. I heard the key turn and I swear that the Jesus looked up at the date
And she said, as if nothing had happened, "You'll eat." And she brought out, oh my days, the good plates

[Chorus]
Don't touch the sideboard (don't touch the sideboard)
Sit on the plastic and sit with your back straight
Don't touch the sideboard (don't touch the sideboard)
Those are the good plates, use an everyday plate
Saving for who? For the Queen or the bishop?
Saving for when? For the day they arrive?
Grandma, it's us, we're the guests, we're the visit
Get the good plates out while we're alive

[Verse 3]
She went in the winter, a Sunday, in church shoes. The council said clear it by Friday at four
The man had a saw and he measured the sideboard and sucked through his teeth and he looked at the door
Then the landing filled up: it was Doreen, it's Gurpreet and sons, it was Khalid, it's half the tenth floor
Eleven floors down and a corner to each of us, swearing in seven or eight tongues or more
It's in my front room now. The tin's on the top, and there's biscuits in: somebody had to do that
And they eat off the good plates, they've chipped two already, there's beans on the gold and there's jam in the cracks
I hear her, mind. "Hm," from the mirror. And Jesus still clocks you when somebody's lied to my face
But whoever comes up, be it bishop or Doreen, or lad with the meter: sit down, love. Good plate

[Outro]
Touch the sideboard (touch the sideboard)
Bring your own chair and we'll budge up a space
Touch the sideboard (touch the sideboard)
Get the good plates out. That's what makes it a place`,
    },
    {
      title: "Artist's Impression",
      album: 'Phase Two',
      releaseDate: '2018-03-09',
      explicit: true,
      language: 'en',
      writers: ['Vesper Okoro'],
      producers: ['Brickwork'],
      featured: [],
      state: 'complete',
      tags: ['grime', 'political'],
      durationSeconds: 215,
      relation: null,
      lyrics: `[Verse 1]
There's a board on the fence, it's immense, it's the size of two buses, it's telling us what we'll become
There's a woman with yoga mat, bloke with a flat white, a dachshund, a dad with a kite in the sun
And we've never had sun and we've never had dachshunds, we've Staffies called Princess, and nobody's run
In pastel-pink leggings past number eleven unless there was something to run from, hun
They drew twenty trees where the bins are, they drew me a pond where the launderette spins
They drew in a fountain, I counted the faces of sixty-two people: there's none of 'em kids
There's none of 'em carrying shopping, there's none of 'em knackered, there's none of 'em looking like this
And I squinted for Grandma, her window, her curtain. They'd drawn a balloon where her living room is

[Chorus]
That's an artist's impression (it's not what you get)
That's an artist's impression (no washing, no debt)
They rubbed out my nan and they drew a baguette
And it's coming in phases, it's not happened yet
That's an artist's impression (hold it up to the light)
It says "right to return", but they mean "yeah, alright"
Well, I'm an artist, so here's my impression:
A bailiff in glasses. "So! Any questions?"

[Verse 2]
They had a consultation, a room at the station, with sticky notes, croissants, a chap with a mic
Said "Stick a note up for your hopes for the area." Agnes wrote SHIT IN THE LIFT WAS ALRIGHT
'Cause at least we'd a lift. He said "Love it. That's gold." He said "Let's put that one in the parking-lot bit"
He said "What would you say is your vision?" Khalid said, "I'd like to keep living here." "Mm. Let's revisit"
They said it's "affordable". That's eighty percent of a price that's the price of a kidney and shit
They said it'd be "mixed". We had nineteen languages, Dave in the chippy was speaking in six
Two entrances: one's got a fella in gloves and a lily, the other's round back by the bins
It's bullshit in Helvetica, bollocks on foam board, it's robbery done with a lovely big grin

[Chorus]
That's an artist's impression (it's not what you get)
That's an artist's impression (no washing, no debt)
They rubbed out my nan and they drew a baguette
And it's coming in phases, it's not happened yet
That's an artist's impression (hold it up to the light)
It says "right to return", but they mean "yeah, alright"
Well, I'm an artist, so here's my impression:
A bailiff in glasses. "So! Any questions?"

[Verse 3]
They started on Monday. The jaw of it tore off the north face, and there it was, cut like a cake
Forty front rooms with their wallpapers out, every colour of life that a lifetime can make
There's the Khalids' in turquoise, there's Doreen's in stripes with the marks where her lads had been measured in pen
Thirty-one lines, and the top one said "Stop", and the wall with the top one went down there and then
And up on eleven, no floor to it, open to rain like a drawer that somebody's pulled
I could see it: a rectangle, paler than all of the rest of the wall, where the sideboard had stood
And I'm not being funny, a building's a building, the lift stank of piss and the windows were wood
But nobody drew that. There's no fucking artist been born could've drawn it. I wish that I could

[Outro]
Phase one complete
There's a fella on the balcony now with a flat white, to be fair
He waved. I waved. It's not his fault
There's no fountain, though
There was never gonna be a fountain`,
    },
    {
      title: 'Library Card',
      album: 'Overdue',
      releaseDate: '2024-04-05',
      explicit: false,
      language: 'en',
      writers: ['Vesper Okoro', 'Ade Lightfoot'],
      producers: ['Ade Lightfoot', 'Vesper Okoro'],
      featured: [],
      state: 'complete',
      tags: ['grime', 'political'],
      durationSeconds: 209,
      relation: null,
      lyrics: `[Intro]
Shh
(Sorry)
Shh

[Verse 1]
Nine years old with a hole in my coat and a key on a rope, and it's four and it's pouring
Mum's on the lates so I wait in the one place that's warm where there's nobody charging or calling
Mrs Pargetter: cardigan, jar full of Garibaldis, guarding the large-print, a sergeant of calm
She stamped 'em, she handed me ten at a time like an armoury loading up somebody's arms
Five-two-three, planets: I've spanned all the galaxies sat on a mat with a paddling-pool smell
Seven-nine-six, that's the cricket: it's nicked, and our street's got a leg-spinner now. I can't tell
Eight-two-one, poems: I opened one hoping for nothing, and something went off like a bell
And the bell had a beat and the beat had a street in it, people like me, and they spoke for themselves

[Chorus]
Library card, it's a credit card, better, it's
Debt that they let me have, nobody's threatening
Ten at a time and the limit's unlimited
Name in a biro on back of it, riveted
Mine, and the roof and the radiators, all of it
Tables and toilets and tellers of stories in it
Shut it? Then where do you think that we'll go with it?
Don't close a book that we haven't got over yet

[Verse 2]
It's a bank for the skint, it's an inn for the single, it's print for the immigrant learning to mingle
It's Lego on Saturday, legal on Monday, it's Ahmed and all of the broadsheets he's wrinkled
There's Darren, he's fifty, he's big as a skip, and he sits with a book about Kev and a kipper
He never got taught, and he thought, 'cause his granddaughter asked for a story, he'd learn it and slip her
One sentence a week. And I've seen him. He reads with his finger, his lips going, brow like a fist
And he got to the end of it, put the thing down, and he looked like he'd lifted a van off a kid
Then the city went bust. There's a hole in the budget, a notice in plastic, a link to a form
"We're reviewing provision." Provision of what, though? They're closing the one room that's open and warm

[Bridge]
"You can access it all on the app," said the chap with the lanyard, the tablet, the permanent tan
So I asked has he tried to find housing advice on a phone with a crack in it, held in one hand
With a kid on the other, on two bars of signal, on pay-as-you-go, on a bench, in a storm?
He said, "Would you like to put that in the survey?" I said, "Is it online?" He said, "It's a form"

[Chorus]
Library card, it's a credit card, better, it's
Debt that they let me have, nobody's threatening
Ten at a time and the limit's unlimited
Name in a biro on back of it, riveted
Mine, and the roof and the radiators, all of it
Tables and toilets and tellers of stories in it
Shut it? Then where do you think that we'll go with it?
Don't close a book that we haven't got over yet

[Verse 3]
So we did what the rules said. We read what the rules said. The rules said it's ten books apiece you can borrow
So Saturday, everyone: Darren took ten, Ahmed ten, all the nans, and the queue was the length of tomorrow
With prams and with trolleys, a lorry from Gurpreet's lad, scaffolders walking off hugging the classics
Till quarter past five when the shelves were all bare as a dentist's, just dust and a box of elastics
You can't shut a library down if there's nothing left in it, the stock's in two thousand front rooms
And the report had to say, "Usage up by six hundred percent." And they've put off the vote until June
So it's open. For now. Mrs P's back part-time with her tin and her stamp and she's eighty and stern
I've got ten of 'em out and they're due on the twelfth. I'll be done. Then it's your go. You'll get your turn

[Outro]
Shh
(Sorry, Mrs Pargetter)
Go on, then. One more chapter`,
    },
  ],
};
