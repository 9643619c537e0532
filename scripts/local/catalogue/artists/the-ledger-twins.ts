import type { CatalogueArtist } from '../types.ts';

export const theLedgerTwins: CatalogueArtist = {
  name: 'The Ledger Twins',
  slug: 'the-ledger-twins',
  bio: 'Ames and Odell Ledger, one face between them, trade bars about running a small business: Ames sells, Odell counts, and each line picks up the rhyme the last one put down.',
  songs: [
    {
      title: 'Card Table',
      album: 'Four Legs, One Short',
      releaseDate: '2001-04-17',
      explicit: false,
      language: 'en',
      writers: ['Ames Ledger', 'Odell Ledger'],
      producers: ['Tally Moss'],
      featured: [],
      state: 'complete',
      tags: ['hustle', 'duo', 'storytelling'],
      durationSeconds: 231,
      relation: null,
      lyrics: `[Intro: Ames & Odell]
What we got? (Forty pair of socks, a table and a cough)

[Verse 1: Ames]
Four legs, one short, matchbook for the wobble
Tube socks at wholesale, ten a bag, we bought a double
Water main on Alder burst, the whole block's ankle trouble
Dry feet, two bucks, we sold 'em in the puddle
Lesson one, you stand where need is, smile and keep it friendly
Twenty flips to forty, forty flips to seventy
Seventy bought umbrellas on a Tuesday, clear and empty
Wednesday came down rivers and the line went back to Brently
Plenty called it luck, but luck's just homework with a coat on
Odell kept the record in the notebook that he wrote on

[Verse 2: Odell]
I wrote it down in pencil, what came in and what went out
Doubt's a kind of interest and it compounds when you pout
Route the cash through Mama's jar, the one marked SAUERKRAUT
'Cause nobody robs a sauerkraut (Nobody). That's clout
Now the cop says, "Where's the permit?" I say, "Officer, it's pending"
Lending him a poncho, since the weather isn't ending
Spending two to save us twenty, that's a fence I'm mending
Bending with the rain, 'cause ain't no use in us offending
We split the peanuts evenly, the odd one to the pigeon
Division is a discipline, it's almost a religion
One face between two fellas and we argue like a kitchen
He's the one who's itchin', I'm the one who does the stitchin'

[Chorus: Ames & Odell]
Card table, four legs (Fold it up, move)
No lease, no boss, got nothin' to prove
Rain or shine, two brothers and a groove
Card table, four legs (Fold it up, move)
What's the overhead? (Sky) What's the floor? (Street)
Who's on the payroll? (Four sore feet)
What do we owe? (Not a soul that we meet)
Card table, four legs (Pull up a seat)

[Verse 3: Ames & Odell]
"I say grow it." "I say slow it." "I say lease it by the spring"
"I say read it." "I already did." "You never read a thing"
"Corner store on Fennel's got a window and a ring
Of keys the landlord jingles." "And a ceiling that can sing"
"So it drips, so we sell buckets, so the roof's a selling point"
"So the rent comes down." "So... hand me that. I'll read it." "That's the joint"
"Clause eleven's crooked." "So I'll smooth it and anoint
The landlord with some coffee." "Let me talk. You disappoint"

[Chorus: Ames & Odell]
Card table, four legs (Fold it up, move)
No lease, no boss, got nothin' to prove
Rain or shine, two brothers and a groove
Card table, four legs (Fold it up, move)
What's the overhead? (Sky) What's the floor? (Street)
Who's on the payroll? (Four sore feet)
What do we owe? (Not a soul that we meet)
Card table, four legs (Pull up a seat)

[Outro: Odell]
Table's in the window now, we never threw it out
Leg's still on the matchbook. That's what business is about`,
    },
    {
      title: 'Net Thirty',
      album: 'Warm Regards',
      releaseDate: '2003-10-21',
      explicit: false,
      language: 'en',
      writers: ['Ames Ledger', 'Odell Ledger'],
      producers: ['Tally Moss', 'Greaves'],
      featured: [],
      state: 'complete',
      tags: ['hustle', 'duo', 'wordplay'],
      durationSeconds: 236,
      relation: null,
      lyrics: `[Intro: Odell]
Re: invoice two-two-four. Second notice. Warm regards

[Verse 1: Ames]
Department-store man in a blazer, handshake like a pillow
"Love your candles, love your story, love the label, love the yellow
We'll take nine thousand units," and my brother hollered, "Hello?"
But I'd signed before the echo (That's the echo). I was mellow
Borrowed for the wax and then I borrowed for the wick
Brick by brick of paraffin, the basement three feet thick
Slick floor, no sleep, aunties pourin', quick, quick, quick
Pick-up took it Tuesday, it was gone, and that's the trick

[Verse 2: Odell]
'Cause the bottom of the order had some writing like an ant track
"Net thirty," it was sayin', and I thought, we'll never stand that
Wax man wants his money and the aunties want their hand back
Landlord wants the rent and then the van man wants the van back
Day thirty, I'm at the mailbox, flag is up, and not a letter
Day forty, "It's in process." Day fifty, "It's with Heather"
Day sixty, Heather's moved on and her desk went to whoever
Day seventy, I ask for him. Whoever says, "Try Trevor"

[Chorus: Ames & Odell]
Net thirty (What's that?) That's a net with a hole
The fish go in fast and the cash comes slow
You can eat in a month if your month's got a soul
Net thirty, net sixty, net "we'll let you know"
Net thirty (What's that?) That's the rich man's loan
He's borrowin' from the borrower who's borrowin' from home
Thirty days of grace and not a grace bein' shown
Net thirty, net ninety, net flesh, net bone

[Verse 3: Ames & Odell]
Went downtown in the van we didn't own, a Monday mornin'
Candle in each pocket, took the stairs and gave no warnin'
Sat down in the lobby, struck up Lavender and Dawnin'
By noon the nineteenth floor was smellin' gorgeous, like a mournin'
Guard said, "You can't be here." We said, "Sir, we're in process"
"Who you with?" "We're with Heather." "Heather's gone." "Nonetheless"
Down came Accounts Payable, a little fella, stressed
Cut the check right on his knee, said, "Y'all smell good, God bless"
Paid the wax man, paid the van, the aunties with a tip
Zip left for the brothers but a penny and a grip
Equipped with what we'd learned, we got it printed on a slip
Flip the order over: HALF UP FRONT OR NOTHIN' SHIPS

[Chorus: Ames & Odell]
Net thirty (What's that?) That's a net with a hole
The fish go in fast and the cash comes slow
You can eat in a month if your month's got a soul
Net thirty, net sixty, net "we'll let you know"
Net thirty (What's that?) That's the rich man's loan
He's borrowin' from the borrower who's borrowin' from home
Thirty days of grace and not a grace bein' shown
Net thirty, net ninety, net flesh, net bone

[Outro: Odell]
Dear Trevor. Warm regards. We think of you when candles shine
Terms are now net nothin'. You can pay us at the sign`,
    },
    {
      title: 'Clean Money',
      album: 'The Neon Swan',
      releaseDate: '2006-06-13',
      explicit: false,
      language: 'en',
      writers: ['Ames Ledger', 'Odell Ledger'],
      producers: ['Greaves'],
      featured: [],
      state: 'complete',
      tags: ['hustle', 'duo', 'single'],
      durationSeconds: 224,
      relation: null,
      lyrics: `[Intro: Ames]
(Clink) Hear that? (Clink, clink) That's the sound of Tuesday

[Verse 1: Ames]
Twelve washers, ten dryers, two of 'em possessed
Chest freezer in the corner full of popsicles, the rest
Dressed up with a mural of a swan inside a vest
Best thing that we ever bought, we bought it when depressed
Everybody hustles dirt, so I sell what removes it
Pruitt lost his lease, we took the keys and said we'd use it
Choose it, you can wear a chain or own one. Guess who grew it?
Fluid's fifty cents a scoop, you spill it and you blew it

[Verse 2: Odell]
I know folks by their hampers, who got hired, who got married
Whose work shirt's sayin' LARRY when the fella's name is Barry
And the widow foldin' shirts of his each Friday, slow, unhurried
I never charge that dryer. Put it down as cost he carried
Clean money's what the tellers call it, comes in warm and heavy
Bevy of the quarters in a sock thick as a levee
Steady, seven days, we don't get rich, but we get ready
Petty cash and pretty cash, spaghetti and confetti

[Chorus: Ames & Odell]
Clean money (Clean money), let it tumble, let it tumble
Wash away the dirt but keep the pockets humble
Warm from the dryer, hear the quarters rumble
Clean money (Clean money), not a stain, not a crumple
Spin, baby, spin it, go 'round and around
Press every dollar till the smile comes out
Hang it on the line where the sun comes down
Clean money (Clean money), cleanest in the town

[Verse 3: Ames & Odell]
Man came in in linen with two duffels and a grin
Said, "Run my cash through yours each week, I'll cut the both of you in"
Ames looked at the swan (I did). Odell looked at the bin (I did)
"Sir, we don't use bleach on dark. It goes right through the skin"
"Think about it." "Thought about it." "Everybody bends"
"Pens bend, spoons bend. Sir, the drop-off counter's where it ends"
"Friends of mine will visit." "Let 'em visit. It depends
What cycle they been livin' in. It's half-off whites for friends"
He left one bag behind him. It was laundry. We near cried
Dried it, paired it, folded it and tagged it, set aside
Tried to keep from smilin' when he came back, swallowed pride
"My mother used to fold here." "Table nine?" "Until she died"

[Chorus: Ames & Odell]
Clean money (Clean money), let it tumble, let it tumble
Wash away the dirt but keep the pockets humble
Warm from the dryer, hear the quarters rumble
Clean money (Clean money), not a stain, not a crumple
Spin, baby, spin it, go 'round and around
Press every dollar till the smile comes out
Hang it on the line where the sun comes down
Clean money (Clean money), cleanest in the town`,
    },
    {
      title: 'Clean Money (Remix)',
      album: 'The Neon Swan (Second Rinse)',
      releaseDate: '2007-02-20',
      explicit: false,
      language: 'en',
      writers: ['Ames Ledger', 'Odell Ledger', 'Tamar "Big Tamarack" Ackley'],
      producers: ['Lonnie Peat', 'Greaves'],
      featured: ['Big Tamarack'],
      state: 'complete',
      tags: ['hustle', 'duo', 'southern', 'remix'],
      durationSeconds: 252,
      relation: { type: 'remix_of', artist: 'The Ledger Twins', title: 'Clean Money' },
      lyrics: `[Intro: Big Tamarack]
This the washateria? (Yes sir) Y'all got change for a chicken?

[Verse 1: Big Tamarack]
I come in with a comforter, it's sauce from end to end
Barbecue in places where the light don't even bend
Ames said, "What you do in it?" I said, "I fed a friend"
Odell got the tongs out, said, "Is this a rib? Amen"
Put me on the big one, triple-loader, by the glass
Whole thing start to shimmy like a deacon cuttin' grass
Waltzed on out the double doors and 'cross the overpass
I'm chasin' it in drawers, y'all, like, "Ma'am, please let me pass!"

[Chorus: Ames, Odell & Big Tamarack]
Clean money (Clean money), let it tumble, let it tumble
Wash away the dirt but keep the pockets humble
Warm from the dryer, hear the quarters rumble
Clean money (Clean money), not a stain, not a crumple
Spin, baby, spin it, go 'round and around
Press every dollar till the smile comes out
Hang it on the line where the sun comes down
Clean money (Clean money), cleanest in the town

[Verse 2: Ames]
Second store by summer with the name in neon cursive
Nervous? I was sleepin' in a hamper cart on purpose
Surface lookin' calm, but underneath, a three-ring circus
Workers, burners, boilers, permits, and a cousin known as Curtis
Curtis dropped a fifty in the soap tray, watched it foam
Roamed around the lint trap with a flashlight and a comb
Home it came at closin', like a letter, sweet as loam
Chrome on every whisker, that's the cleanest fifty known

[Chorus: Ames, Odell & Big Tamarack]
Clean money (Clean money), let it tumble, let it tumble
Wash away the dirt but keep the pockets humble
Warm from the dryer, hear the quarters rumble
Clean money (Clean money), not a stain, not a crumple
Spin, baby, spin it, go 'round and around
Press every dollar till the smile comes out
Hang it on the line where the sun comes down
Clean money (Clean money), cleanest in the town

[Verse 3: Odell & Big Tamarack]
"Big man, let me ask you." "Shoot." "What's money for?" "For lunch"
"After that?" "For supper." "Then?" "I'd have to say, for brunch"
"Say you got a bunch." "I'd feed a bunch." "And then?" "A hunch
Say breakfast." "That's no business plan." "It's never missed a month"
"But when my mama's hands gave out, I'll tell you, Dell, for true
I bought a set, the two-in-one, delivered, bright and blue
She stood there and she patted it, said, 'Son, it's pretty, too
But where do I get gossip?' So I drive her here to you"

[Chorus: Ames, Odell & Big Tamarack]
Clean money (Clean money), let it tumble, let it tumble
Wash away the dirt but keep the pockets humble
Warm from the dryer, hear the quarters rumble
Clean money (Clean money), not a stain, not a crumple
Spin, baby, spin it, go 'round and around
Press every dollar till the smile comes out
Hang it on the line where the sun comes down
Clean money (Clean money), cleanest in the town

[Outro: Big Tamarack]
Y'all seen my other drawers? (Number nine) 'Preciate it`,
    },
    {
      title: 'Personal Guarantee',
      album: 'Please Hold',
      releaseDate: '2009-11-03',
      explicit: true,
      language: 'en',
      writers: ['Ames Ledger', 'Odell Ledger'],
      producers: ['Tally Moss'],
      featured: [],
      state: 'complete',
      tags: ['duo', 'recession', 'social'],
      durationSeconds: 259,
      relation: null,
      lyrics: `[Intro: Odell]
Page nine. Initial here. And here. And here

[Verse 1: Odell]
The banker had a bowl of mints, a sailboat on the wall
"All you do is sign right here, it's nothin', overall
Y'all's house behind the business, it's a standard protocol"
Small print, tall glass, and I signed it in the fall
Then the fall fell, and the bell at the exchange went mute
Root by root the mortgage men got yanked up by the suit
Loot was in the lifeboats and the water in the boot
Shoot, they got a rescue, we got "pending" and "pursuit"

[Verse 2: Ames]
Let me tell you what a guarantee is, personal, in ink
It's your kids' bunk bed as collateral, it's the goddamn kitchen sink
It's a wink from a man with a pen, it's the longest you'll never blink
And it's three in the mornin', addin' columns till the columns start to stink
Fired our own aunt. Say it slow. I fired Aunt Louella
Told her by the foldin' table, holdin' an umbrella
She said, "Baby, I been broke before, I'll be all right. You tell a
Story 'bout this one day? Make me taller, with a fella"

[Chorus: Ames & Odell]
I put my name on the line (Sign it)
Put my house on the line (Sign it)
They were too big to drown, they were too big to fine
I was just the right size (Right size)
Personal guarantee (Who?) It was me, it was mine
Every shirt, every shingle, every nickel and dime
They got a lifeboat, I got a hotline
Please hold. Please hold. (We value your time)

[Verse 3: Ames & Odell]
"They took the east side." "Took the van." "They took the neon swan"
"Gone by noon with dollies." "And they left the damn light on"
"Drawn curtains." "Phone off." "And the boys out on the lawn
Playin' bank with cardboard." "Yours had mine in pawn"
"What'd we keep?" "The corner." "What's it clear?" "About enough"
"Tough." "I sold the watch." "I know." "I sold the weddin' stuff"
"Rough." "So call the bastards up and call the bastards' bluff"
"With what?" "The lint trap's ours." "So then we're rich." "We're rich in fluff"

[Chorus: Ames & Odell]
I put my name on the line (Sign it)
Put my house on the line (Sign it)
They were too big to drown, they were too big to fine
I was just the right size (Right size)
Personal guarantee (Who?) It was me, it was mine
Every shirt, every shingle, every nickel and dime
They got a lifeboat, I got a hotline
Please hold. Please hold. (We value your time)

[Outro: Odell]
Banker came in Saturday, a basket on his knee
Laid off in the merger, had his shirts in, looked at me
Said, "How much is wash and fold?" I held his eye. "It's free
First one always is," I said. "But that's no guarantee"`,
    },
    {
      title: 'Split the Books',
      album: 'Dissolution',
      releaseDate: '2011-08-30',
      explicit: false,
      language: 'en',
      writers: ['Ames Ledger', 'Odell Ledger'],
      producers: ['Greaves', 'Tally Moss'],
      featured: [],
      state: 'complete',
      tags: ['duo', 'battle', 'family'],
      durationSeconds: 241,
      relation: null,
      lyrics: `[Verse 1: Ames]
Half the store is mine, so you can take the half don't earn
Burn the half you like the best and see if I return
Churn me out another page of things I need to learn
"Concern" is what you call it when you're reachin' for the urn
I filled up every basket, man, you counted every shelf
"Wealth," you said, "is patience," like a cough's a kind of health
Stealth is how you trimmed my line, a nickel here, and twelfth
Of March, I read I was a contractor, to myself

[Verse 2: Odell]
You blew the float on flyers with your own face on it, squintin'
Printed twenty thousand with the phone wrong. That's commitment
Glitter swans on key rings, that's an asset? That's equipment?
Six years on, the dock bell rings, I'm signin' for a shipment
I covered when you gambled on the carwash and the kiosk
Cost us what it cost us and I smiled and ate the loss, boss
Lay beside a woman who had figured what the cost was
And never told you, Ames, it was her mother's house you lost us

[Chorus: Ames & Odell]
Split the books (Split 'em) right down the spine
The red goes to you and the black goes to mine
Nine months in a room with you, we came out fine
Thirty-five years on, we can't share a line
Split the books (Split 'em), who gets the name?
It's the same old face in the same old frame
You can keep the corner, you can keep the blame
Split the books, brother, and we'll call it a game

[Verse 3: Ames & Odell]
"Mediator's got a fern." "He bills us by the minute"
"In it for the silence." "So say somethin'." "You begin it"
"You said I couldn't run it." "Run it? Ames, you couldn't spin it
And it's a dryer." "There it is." "What is?" "A smile." "You're in it"
"Who held you when she left?" "You did." "Who drove when Pop was dyin'?"
"Me. You navigated." "Wrong." "We got there." "I was cryin'"
"I know. I took the long way till you finished." "So you's lyin'
About the bridge?" "The bridge was fine." "You dog, you." "I was tryin'"

[Chorus: Ames & Odell]
Close the books (Close 'em), leave a thumb in the spine
The red goes to me and I'll halve you the mine
Nine months in a room with you, we came out fine
Thirty-five years on, let me borrow a line
Close the books (Close 'em), who gets the name?
It's the same old face in the same old frame
I'll carry the corner, you carry the blame
Close the books, brother, and we'll call it a game

[Outro: Ames & Odell]
"Same time next week?" "He's billin'." "Let him bill"
"You hungry?" "I could eat." "Your turn." "It's always my turn." "Will
You pay?" "Net thirty." "Get in the car." "Who's drivin'?" "Grab the till"`,
    },
    {
      title: 'Inventory',
      album: 'Count One More',
      releaseDate: '2015-05-12',
      explicit: false,
      language: 'en',
      writers: ['Ames Ledger', 'Odell Ledger'],
      producers: ['Tally Moss'],
      featured: [],
      state: 'complete',
      tags: ['duo', 'family', 'storytelling'],
      durationSeconds: 263,
      relation: null,
      lyrics: `[Intro: Odell]
Clipboard. Pencil. Coffee. Call it

[Verse 1: Ames]
One bell above the door that rings in G, a little flat
One cat came with the lease, one stool, one flattened rubber mat
Pop's heels had gone clean through it in the spot he stood and sat
That's a fixed asset. Write it down. You can't depreciate that
Eleven coffee cans of screws that no one's ever sorted
Courted Mama in this aisle, it's never been reported
Forty pounds of keys for doors of houses long since boarded
Supported half the block on tick and none of it recorded

[Verse 2: Odell]
I found his book behind the paint, a page for every debtor
Neater than the bank's, and there he'd wrote each one a letter
And never sent a one of 'em. "Dear Lou, pay when it's better"
"Dear Ruth, forget the ladder." "Dear Sam, come get your sweater"
And me, who ran the numbers on my own two kids' allowance
I sat down on a sack of seed and couldn't find my balance
He'd carried eighty thousand on his back, give or take an ounce
Announced it never. Died in shoes resoled. That's his account

[Chorus: Ames & Odell]
Count it up (One), count it down (Two)
What came in, what went, and who it went to
Take away the rent and the interest due
What's left on the shelf is me and you
Count it slow (Three), count it fair (Four)
The hand on the till and the sign on the door
Rich is what you never had to lock in a drawer
Count it up, brother, then count one more

[Verse 3: Ames & Odell]
"One swan, neon." "Where'd you find it?" "Auction, out in Brayer"
"What'd you pay?" "Don't ask." "What'd you pay?" "I'm the payer
Six times what it's worth." "You fool." "The ladder. Say a prayer"
"It's buzzin'." "It's alive!" "It's crooked." "Perfect. Leave it there"
"One aunt, Louella, manager, with fella." "She got taller"
"Caller on line two, it's Trevor." "No." "He wants a..." "Holler
'Half up front.'" "He's laughin'." "Two sons, yours, fightin' for a dollar
Two, mine, keepin' score of it." "That's us, but with a collar"

[Chorus: Ames & Odell]
Count it up (One), count it down (Two)
What came in, what went, and who it went to
Take away the rent and the interest due
What's left on the shelf is me and you
Count it slow (Three), count it fair (Four)
The hand on the till and the sign on the door
Rich is what you never had to lock in a drawer
Count it up, brother, then count one more

[Outro: Odell]
One card table, foldin', with a matchbook for a limb
Dim bulb, good light. Hang a pair of socks on it for him
Value? (Go on, write it.) Can't. (Then leave the column slim)
It's blank, and it's the only line that's filled up to the brim`,
    },
  ],
};
