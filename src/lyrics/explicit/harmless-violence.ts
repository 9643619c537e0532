/** Phrases in which words of violence tell of none: none of their words counts in a scene. Notation: `scene.ts`. */
export const HARMLESS_VIOLENCE = `
  kill/kills/killing/killed the ~1 lights/light/engine/noise/time/vibe/mood/beat/pain/power/switch/music/buzz/game/lamp/radio/silence/volume/motor/weeds/bugs/germs/silence/messenger/bill
  kill/kills/killing/killed ~1 time/two_birds/some_time/an_hour/bugs/germs/weeds/bacteria/it/this/that/em_with_kindness/boredom
  kill/killing/kills/killed HIM/me/them/em/us ~1 with kindness/laughter/love/jokes/your/that/a_smile/style
  kill/kills/killing/killed me/you/him/us ~1 softly/inside/slowly/to_say/to_see/to_know/to_ask/to_smile/to_call
  dressed to kill
  shot/shoot/shoots/shooting up ~2 river/hill/hills/road/highway/stairs/staircase/ladder/chart/charts/rankings/coast/mountain/elevator/price/prices/rent/hand/hands/sky/inches/overnight
  looks/look ~1 could kill
  gonna/going_to/would/will/gon/bout_to kill/murder me ~1 if/when/for/with/cause/because
  killed/killing/kill/murder/murdered/murdering ~2 stage/beat/verse/mic/track/show/set/audition/interview/dance_floor/dancefloor/exam/presentation
  roadkill/overkill/painkiller/buzzkill/ladykiller
  killer whale/whales/bee/bees/app/instinct/mike/smile/bassline/heels/workout/riff/queen/bass/chorus/deal/outfit/joe/diller/tomatoes/cell/cells/tofu
  lady/weed/pain/vibe/buzz/monster/dragon killer/killers
  murder on/of the/crows ~1 dance/dancefloor/floor/beat
  murder she/mystery/ballad/ballads/hornet/hornets/podcast/book/novel/show/mile
  a murder of crows
  get/gets/getting/got/getaway away_with/with murder
  scream/screaming/screamed/cry/cried ~1 blue/bloody murder
  shoot/shot/shooting HIM/me/him/us ~1 a/an/the/one/that/some ~1 look/text/message/email/line/smile/glance/note/dm/pic/picture/wink/link
  shoot/shoots/shot/shooting ~2 hoops/hoop/video/videos/film/movie/scene/photo/photos/pictures/pics/moon/stars/star/breeze/pool/dice/craps/rapids/free_throws/threes/three/commercial/par/documentary/episode/ad/jumper/jumpers/ball/baskets/marbles/portraits/goals/penalties/rock_video
  shoot/shot my/your/his/her/the/our shot/shots/three/free
  shot/shoot/shoots HIM/me/us/it/that ~1 down !dead !in_the !like !with
  shot/shots of/from/at/in_the_dark/glass/glasses/clock/gun_wedding/put/espresso/tequila/whiskey/whisky/vodka/rum/jaeger/ginger/fireball/patron
  my/your/his/her/best/long/big/one/first/last/moon/free/hot/slap/snap/screen/mug/flu/jump/penalty/money/parting/perfect/bank/trick/sling/close/wide/another/tequila/vitamin/booster/vaccine/camera/three_point/buzzer shot/shots !dead !him !her !me !fired !in
  take/took/takes/taking/give/gave/call/called/calling/missed/miss ~2 shot/shots at/in/with/now/anyway/you/on/before/and/$
  shooting star/stars/guard/range/for/from_the/par/baskets
  shot put/glass/clock/caller/callers/callin/calling/gun_wedding
  stab in_the_dark/at_it/at/wound_in_my_pride
  stab/stabs/stabbed/stabbing me/you/us/him/her ~1 in/right_in ~1 back
  back/backs stab/stabs/stabbed/stabbing/stabber/stabbers
  stab/stabbing of/pain/pains/guilt
  choke/choked/choking up/back_tears/on_my_words/on_a/on_the_words/on_my/on_that/in_the_final/under_pressure
  cut/cuts like a knife
  kill/killing/kills me dead
  murder of crows/ravens
  strangle/choke hold on
  kill switch/bill/joy/time
  butt of
  heart ~2 hit/hits/hitting/pounding/against my/his/her ribs/chest
  blade/blades/knife/cold/chill/cut/wind/worked to DET bone
  clip on
  drop dead gorgeous/handsome/beautiful/date
  call/called/calls/ride/rides/riding/rode/sat/sitting/i/beer shotgun
  shotgun wedding/shack/house/seat/a_beer/rider
  strangled vowels/cry/note/vowel
  crowd/stage/dancefloor/booth/heart/soul/world on fire
  legs/knees/nerves/hopes/brakes ~1 are/is/were shot
  gun goes_off/store/shop/club/show ~1 runners/runner/race/sprint/swimming
  drown/drowned/drowning/drowns ~1 in/my/out/your/his/her/the ~2 sorrow/sorrows/love/tears/debt/work/paperwork/noise/eyes/emails/memories/feelings/sound/sadness/regret/money/syrup/gravy/pain/thoughts/dreams/silence/blue
  hang/hangs/hanging/hung ~2 up/out/on/around/picture/pictures/clothes/coat/hat/washing/laundry/stockings/lights/tough/loose/ten/tight/glider/painting/portrait/wallpaper/curtains/mirror/decorations/poster/washing !from_the !myself !himself !by
  burn/burned/burning/burnt ~2 toast/calories/bridge/bridges/cd/cds/rubber/candle/candles/dinner/incense/food/rice/sage/fuel/fat/oil/letters/photograph/photographs/out/for_you/midnight/energy
  on/set_the_world_on/stage_on fire ~1 tonight/stage/heart/world
  you're/youre/she's/the/he's/da the bomb
  blood on the_dance/the_tracks/the_leaves
  knife/knives ~1 in my/your back
  bath/photo/cherry/glitter/bomb/f/love/sex/time bomb/bombs/dot/shell
  bomb dot/com/diggity/ass_beat/shelter/threat
  bite/biting/bit/dodged/dodge/dodging/sweat/sweating/silver/magic/rubber/faster_than_a/bullet the/a/bullet/bullets/point/points/speeding_bullet/proof/journal/train
  bullet/bullets point/points/train/trains/proof/list/journal/journals/vest
  rubber/silver/magic bullet/bullets
  dodge/dodged/dodging a/that/the bullet
  glue/nail/water/squirt/top/staple/heat/spray/radar/speed/nerf/tattoo/paintball/starter/big/young/massage/caulk/price/bb/pop/cap/toy/potato gun/guns
  jump/jumped/jumping/stick/sticking/stuck/under/son_of_a/hired/smoking/going/great_guns/sun's_out ~2 gun/guns
  gun it/show/metal/shy/powder/slinger
  glass/rose/grass/blade/fan/roller/shoulder/razor/helicopter/propeller/wind/ice/skate blade/blades/of
  blade of/runner/runners
  knife ~1 and/through/butter/edge/skills/to_a/drawer/block/sharpener/for/can't/cuts/cut ~2 fork/bread/butter/board/gunfight/tomato/cake/spoon/board/cheese/$
  butter/bread/palette/pocket/swiss/blunt/dull/putty/steak/paring/kitchen/army/chef's/fork_and knife/knives
  trigger warning/warnings/a/memory/memories/happy
  cut/cuts/cutting ~2 cake/hair/grass/corners/ribbon/deal/check/slack/rug/loose/lights/class/carbs/bread/paper/coupons/price/prices/calories/mustard/crap/cheese/diamond/pizza/off/down/to_the_chase/wire/record/tape/up_a_rug/onions/cord/nails/steak !head !your_head !finger !his_head !the_head !her_head !ear !ears !hand !tongue !throat
  cutting/cuts/cut me/you/him/us/her ~1 off/slack/some/deep/loose/out/a_deal/short/down_to_size/up_inside
  break a_leg/my_heart/your_heart/bread/free/the_ice/even/dance/beats/down/up
  break/broke/broken/breaking/breaks ~1 my/your/her/his ~1 heart/back_for/neck_for/bank/silence/promise/fast/spirit/word/stride/habit/vow
  break/broke/breaking my/your neck/back ~1 to/for/trying/working/at
  crack/cracked/cracking/cracks ~1 my/your/the/a/an/his/her/up/open/some ~1 knuckles/smile/joke/jokes/egg/eggs/code/codes/safe/window/whip/book/nut/back/neck/beer/cold/bottle/case/dawn/can/bone/phone/screen/ceiling
  crack/cracks of/in/a/the/me/you/up/shot/wise/code/open !cocaine !my_auntie !my_aunt !pipe !the_kitchen !the_pot !the_trunk !rock !my_sock !the_hood !rocks !his_sock !my_pocket !pot !a_pot !the_80s !the_eighties !the_80's !whore
  beat/beats/beating/beaten the ~1 drum/drums/odds/clock/heat/traffic/game/rush/path/eggs/rug/system/crowd/level/boss/streets/buzzer/world/rap
  beat/beats/beating HIM/me/us/them ~2 at/by/to_it/to_the/three/home/two/chess/again_in/fair/in_the_race/in_a_race/with_an_ace/there/four/five
  beat up/down ~1 car/truck/chevy/sneakers/shoes/guitar/honda/ford/van/pickup/old
  beating heart/hearts/hard/fast/like/of
  hit/hits/hitting ~1 the/my/me/you/em/that/it ~1 road/books/gym/up/club/spot/floor/line/sack/ground/beach/lights/studio/charts/streets/dance/like/different/brakes/gas/jackpot/wall/switch/note/notes/target/nail/ceiling/hay/showers/town/slopes/number/snooze/mall/bricks/back/hard/send/play/shelves/feels/stands
  hit/smash song/songs/single/man_of_the_hour/record/records/maker/list/hits/burger/burgers/brothers/potatoes
  punch line/lines/bowl/card/clock/in/out/drunk
  fruit/rum/one_two/hawaiian/planter's punch
  kick/kicks/kicked/kicking ~1 back/it/ball/can/bucket/habit/rocks/off/start/flow/door_open/rhymes/drum/game/feet/shoes/leaves
  slap/slaps/slapped/slapping ~1 bass/five/hands/stick/happy/on_the_wrist/high/back
  smack dab/talk/talking/talkin/in_the_middle/lips/my_lips/of/him_on_the_back
  lip/lips smack/smacking
  knock/knocks/knocked/knocking ~1 out_of_the/park/wood/door/on/off/over/you_off_your/socks/it/down_the
  dead end/line/lines/sea/tired/serious/wrong/beat/lock/weight/lift/lifts/presidents/of/ringer/man's/center/on_my_feet/battery/phone/last/heat/letter/poets/language/body_of_work
  over my/his/her dead body
  student/governing/dead/heavenly/celestial/any/every/some/no/anti/foreign/large body/bodies of/water/work/language/lotion/builder/guard/spray/wash
  body of/language/lotion/wash/spray/heat/builder/image/positivity/oil/mass/count/scan/armor/temperature/odor/art/and_soul/weight/double
  bury/buried/burying ~1 my/the/your/his/her/me/in ~1 hatchet/head/face/treasure/bone/bones/past/feelings/work/nose/lede/in_books/love/seed/seeds/acorns/pain
  six feet/foot ~1 tall/apart/two/three/away/of_water/wave/waves/distance
  smoke/smoked/smoking ~1 on_the_water/alarm/signal/signals/screen/detector/salmon/ham/turkey/brisket/meat/fish/gouda/paprika/machine/and_mirrors/stack/sausage/fire/ribs/oysters
  up/go/goes/going/where ~2 in smoke
  holy/no/chain smoke/smoking/smoker
  pop/pops/popped/popping ~1 the/a/some/that/my/up/open/another ~1 question/champagne/bottle/bottles/music/corn/tart/star/song/quiz/trunk/collar/tags/cork/bubble/wheelie/locks/tires/bubbly/off/out/in/balloon/balloons/gum/art/culture/hood/band
  clap/claps/clapped/clapping ~1 your/my/hands/along/for/back/him_on_the/if_you're/if_you_know/to
  spray/sprayed/spraying ~1 paint/tan/roses/hair/perfume/lawn/plants/cologne/windows/water/champagne/garden/walls_with_paint/water
  spray paint/can/tan/bottle
  hair/bug/pepper/body/nasal/sea/ocean spray
  slide/slides/sliding ~1 show/guitar/trombone/down_the_hill/into/over_here/to_the_left/to_the_right/door/doors/on_the_ice/on_ice/across_the_floor
  blood ~1 orange/type/pressure/thicker/moon/sugar/drive/test/bank/donor/donation/line/sister/brother/hound/shot/diamond/diamonds/relative/relatives/vessel/thinner/sausage/pudding
  bad/young/blue/new/cold/flesh_and/my_own/type/give/gave/donate/donated/pint_of blood
  bloody mary/good/marvelous/brilliant
  heads will_roll/or_tails/up/over_heels/or/count
  head/heads over/of_lettuce/of_the/of_state/phones/start/first/on_straight/shot_for/band/line/lights/nod/nodding/bang/banger/bangers/above_water/in_the_clouds/strong/space/game/held
  boots/bats on/and/in_the_belfry
  break/breaking/lean/cool neck/necks
  rest/rip/resting in peace
  shell/shells on/in/of/my_pocket/shock/shocked/sea
  burn/burning notice/desire/love/bush/sensation/question/man/rubber
  shot/shots/lead/rounds/clip/clips/mag/mags of/from/in_the_arm/applause/guitar/singer/drinks/on_me/on_the_house/balloon/vocals/pipe/board
  hair/paper/movie/film/video/binder/tie/nail clip/clips
  round/rounds of drinks/applause/golf/beers/tequila
  bomb/killer/lethal/cold/stone cold/dead cold
  friendly/camp/ceasefire/forest/cease fire
  rape seed/seeds/oil
  twist/pain/fork/spoon in/and ~1 tale/knife/neck
  sudden/crib/plot/death death/star/valley/metal/cab
  hit/hitting/hits me/you/him/her/em/us up/back/with_it/like/like_a/on/with_that/baby/different/harder/with_a/in_the_feels
  whip/whips/whipping ~1 cream/hair/it/it_good/lash/lashes/eggs/cream/up_dinner/up_some_eggs/up_a_cake/up_breakfast/my_hair
  hang in there
  weed/weeding/weeded/weeds the/garden/my/killer/wacker/whacker/out/yard/lawn/in_the_garden/through_the
  weed/weeds ~2 garden/driveway/lawn/yard/cracks/flowers/flower/sidewalk/crops/wheat/bed/july/grew/growing/rake/pull/pulling
  pull/pulling/pulled/like_a/tall/through_the/in_the/grew_like ~1 weed/weeds
  nipple/nipples ~3 bottle/pipe/grease
  like/is_my/you're_my/youre_my/be_my/my_only/love_is ~1 HARD
  baby/curry/baking/washing/chili/chalk/talcum/gun/protein/cocoa/custard powder
  kill/killing/killed em/them dead
  assassin/assassins creed/bug/bugs
  weapon of/weapons choice/of_mass
  bat/bats ~1 ball/balls/mitzvah/flew/cave/man/mobile/eyelashes/signal/eye
  hammer/nail/saw ~1 and/nail/nails/time/down/home/sickle/wood
`;
