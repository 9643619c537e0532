import type { Scene } from './scene.ts';

/** What is told of sex: acts are strong, allusions and nakedness mild. Written for this project. */
export const SEXUAL_SCENES: readonly Scene[] = [
  {
    kind: 'sexual',
    severity: 'strong',
    unless: ['COOKING'],
    phrases: `
      LUST ~1 my/your/her/his/that/the/them/those/on/in/this/it/these/POSS ~2 PRIVATE
      LUST/hold/between ~1 them/those/my/your/her/his/two/these ~1 thighs/titties/tits/breasts/boobs/nipples/cheeks !down
      LUST PRIVATE
      PRIVATE ~2 wet/tight/dripping/drippin/hard/throbbing/soaked/bouncing/bouncin/clapping/juicy/squirt/squirting/cream/creamy/swollen/leaking
      PRIVATE ~1 so/too/is/be/was/got/like good/fat/wet/tight/fire/sweet/pink/fresh/big/juicy/deep/river/water/ocean/bomb/amazing
      PRIVATE ~1 in/between/inside/against my/your/her/his mouth/face/pussy/hands/throat/thighs/tongue/cheeks
      shake/shakes/shook/shaking/drop/throw/bounce/put/sit/sat/pop ~1 that/her/your/my/naked/it/the ~2 ass/booty/pussy/titties/butt ~2 in/on my/his/your/her/this lap/face/dick/hand
      come/cum/came/coming/cumming/finish/finished/nut/nutted/explode/bust/busted/skeet/skeeted/squirt/shoot/spray on/in/inside/over/all_over/onto ~1 my/your/her/his ~1 face/chest/tits/titties/back/stomach/mouth/ass/belly/lips/pussy/tongue/sheets/thighs/hair/body/throat/neck/boobs/hand
      make/makes/made/making/let/lemme ~1 HIM/you/me/her come/cum/squirt/orgasm/climax/moan/finish twice/again/first/before/all/in/on/so/with/harder/for/from/like/out/loud/louder/my/till/every/and/inside/three
      make/makes/made/making HIM/you/me/her/FOLK moan/squirt/cum/orgasm/climax/scream_my/cream
      gonna/bout/about/finna/till/until/before/when/while/as i/we/she/you/to ~1 cum/nut/climax/finish_inside
      come/coming/came/finish/stay inside me/you/her/him !the !for !and_sit !now
      slide/slides/sliding/slid/slip/slipping/thrust/thrusting/push/pushing/explode/pulsing/ease/put_it/stick_it/come/cum ~2 inside ~1 you/her/him/me/of_you !job !jokes
      inside ~1 you/her/me ~2 moaning/moan/deep/slow/slowly/harder/all_night/raw/naked/wet
      balls/inches deep ~1 in/inside/up
      deep/deeper/inches in/inside ~1 her/that/your pussy/guts/stomach/throat/walls/girl/wife/broad
      lick/licking/kiss/kissing/taste/tasting/suck/touch/lips/tongue/mouth/eat ~4 down_there/down_low !in_the !the
      let/lemme/make ~1 me/him/her put/stick/slide/slip it in !the !a
      let/lemme me/him/her put/stick/slide/slip it in !the !a
      finish/finished/finishes/came/nut/nutted/bust/busted/stay/cum inside ~1 her/me/him/you !the !and
      hand/hands/finger/fingers ~1 down/up/in/inside ~1 my/your/her/his ~1 pants/jeans/skirt/shirt/dress/panties/shorts/drawers/blouse
      legs/ankles/feet/thighs/knees ~2 on/over/behind my/your/his/her shoulders/head/ears !and_run
      swallow/swallows/swallowed/swallowing ~2 drop/load/kids/seed/me/nut/everything_i !pride !whole_world
      came/come/cum/coming/cumming ~1 twice/two_times/three_times/four_times/five_times/so_hard/hard/on_me !home !late
      hit/hits/hitting/take/took/give/gave/want/love/like it/me/her/that/him ~4 from_the_back/from_behind
      get/got/climb/climbed/hop/she's/shes/be/come on_top ~6 deep/naked/pants/riding/inside/ride/grind/moan/wet
      pants/clothes/panties/drawers/jeans/dress off ~4 on_top/in_bed/bend/ride/knees/legs/naked
      on_top ~4 deep_in/inside/riding/grinding/moaning/naked
      throat/ride/riding/suck/sucking/gobble/want/wants/need/needs/love/loves/crave/gave_her/give_her/giving_her that/the/this d !day !train !j
      cream/creaming/creamed ~1 on ~1 my/the/your ~1 sheets/dick/face/tongue/wood/d
      bust/pop/popped/open/busting it open/wide !the !in_the
      i'm/im/i/while_im/feel_me/been/get_me/being inside ~1 you/her/of_you/of_her
      i'm/im/he's/hes/you're/youre/me deep inside
      legs/thighs/ankles ~2 around/round my/your/his/her ~1 waist/neck/hips/head/face/back
      ate/eat/eating her/him/you/me ~1 like/good/right
      lick/suck/stick it ~1 stick/suck/flip/lick it
      rough/hard/deep/hit/take/love/like/likes/doggy/slow/fast ~2 from_behind/from_the_back
      choke/spank/bite/slap/tie me ~2 while/daddy/harder/again/bed
      wood/bulge/rod/snake ~1 in my/your/his pants/jeans/boxers/drawers/sweats
      bust/busted/busting/came/cum/nut/nutted/skeet ~2 on/in ~1 her/your/my/his chest/face/tits/back/stomach/mouth/lips/hair
      scream/screaming/screams/moan/moaning/loud/yelling ~2 bed/sheets/pillow/mattress
      get/got/getting/gets laid !off !back !out !down
      tongue inside me/her/you/him
      deep inside ~1 you/her/me/him ~1 moaning/slow/slowly/screaming/stroking/tonight/raw/naked/wet/till/until/baby
      head/tip/it in/inside ~1 her/your/my ~1 pussy/mouth/throat/ass/hole
      let/lemme/just me ~1 put ~1 head/tip in
      go/going/went/goes/gone deep/deeper ~2 moan/moans/moaning/scream/screams/harder/inside/stroke
      deep/long/slow stroke/strokes/stroking/strokin
      stroke/stroking/strokin/strokes it/you/her/me/him slow/deep/long/till/on/good
      in/up/all_in/rearrange/rearranging/digging her/them/your/those/my guts
      moan/moans/moaning/moanin/moaned ~3 name/loud/louder/bed/deep/when/harder/ear/sheets/pillow/daddy
      scream/screams/screaming/screamin my name ~4 bed/sheets/ride/deep/legs/inside/pillow/night/when_i/as_i
      ride/rides/riding/rode/ridin me/him/her/you/it/that/this/daddy ~2 till/until/like/all/slow/slowly/hard/fast/reverse/on/good/cowgirl/cowboy/harder/long/backwards/raw/bareback !bus !bike !train !home !car !town
      ride/rides/riding/rode/ridin the/this/that/my/his/your dick/wood/stick/face/pony/d/pole/tongue/rodeo/lap
      let/lemme/wanna/want_to/gonna ride/mount my/your/that/him/her/his face/dick/wood/pole/tongue
      bounce/bounces/bouncing/bouncin/grind/grinding/grindin/ride/riding/climb/climbs/hop/hops/jump/sit/sits/sat ~1 on/up_on/down_on/on_top_of ~1 it/me/him/my/his/that/this/the/your ~3 dick/face/cum/harder/naked/lap/wood/moan/deep/stop/till/d/pole
      sit/sits/sitting/sat/ride/riding/hop/bounce/squat/grind on my/his/her/your face
      on_top/top of me/him/you/her/it ~3 naked/grinding/grind/riding/ride/moan/moaning/wet/bouncing/hard/cum
      naked ~3 on_top/bed/sheets/body/lap/bodies/sweating/touching/grinding/between/together/bedroom/mattress/inside
      naked/nude on/in/under/between/with my/your/the/her/these/his/me/you ~1 sheets/bed/lap/couch/mattress/bodies/covers/arms/hood/pole
      need/want/wanna_feel/need_to_feel/craving your/that/her ~1 body ~3 on_top/naked/inside/on_my_face/riding/under_me
      strip/strips/stripped/stripping/get/got/getting naked/butt_naked/nude ~4 bed/me/climb/lap/ride/couch/on/touch/let/and
      UNDRESS ~1 off/down/your/her/them/those/my/his/that ~2 panties/thong/bra/drawers/boxers/underwear/g/briefs/panty
      UNDRESS off/down/your/her/my/his ~2 clothes/dress/skirt/jeans/pants/lingerie/shirt/robe/bikini ~4 lie/lay/bend/naked/bed/taste/lick/knees/ride/inside/slow/sex/touch/legs
      panties/thong/bra ~3 off/down/side/floor/dropped/drop/wet/ankles/knees/soaked/moist
      finger/fingers/hand/hands/tongue/face/mouth/mouths/head/lips ~2 in/inside/down/up/under/between/round/around/on ~1 panties/thong/thighs/legs/pussy/bra/skirt/dick/underwear/crotch/cock/boxers
      between/open/spread/spreads/spreading ~1 your/her/my/those/them/his ~1 legs/thighs/cheeks ~1 !wings
      legs/ankles/feet/thighs/knees ~1 on/over/behind/up_on ~1 my/your/his/her/the shoulders/head/ears ~3 stroke/deep/dig/pound/while/i/when/go/pushing/taste/lick
      legs ~1 spread/open/wide/shaking/trembling/shakin/quiver ~3 bed/wide/when/while/cum/eagle/me/orgasm/after/open
      bend/bends/bent/bending ~2 over ~4 hit/back/smack/spank/take/touch/let/give/behind/couch/table/counter/desk/sink/bed/hood/wet/balcony/ass/fuck
      face down ~3 ass/booty up
      hit/hits/hitting/take/taking/took/get/getting/fuck/pull/give/got/tap/tapping/pipe/smash it/that/you/her/me/him/this ~2 from_the_back/from_behind/raw/doggy/bareback/missionary
      from the back/behind ~3 wall/moan/deep/pull_hair/hair/slap/bent/stroke/harder/while/hit/ass/hard/wet/bend/smack
      from behind ~4 wall/moan/deep/hair/slap/bent/stroke/harder/hit
      hit/hits/hitting/smash/fuck/went/go/going/slid/tap it/her/that/in raw/bareback/unprotected
      hit/hits/hitting/beat/beats/beating/tap/tapped/tapping/smash/smashed/pound/pounds/pounding/murder/tore/tear/beatin/blow/dig it/that/her/them/the ~1 pussy/kitty/cat/guts/cheeks/box/back/coochie/walls/pum/insides
      hit/hits/hitting/let_me_hit/lemme_hit raw
      beat/beating/beatin/beats/tear/tore/tearing/dick/dicked/dicking ~1 it/kitty/cat/cakes/pussy/that/you/her/them/cheeks up/down ~2 all/night/till/until/from/in/like/tonight/good/bed/right
      smash/smashed/smashing/bang/banged/banging/pipe/piped/piping/pound/pounded/pounding/bone/boned/boning/hump/humped/humping/screw/screwed/screwing/shag/shagged/shagging/rail/railed/plow/plowed/dick/drill/dicked/poke/clapped/clap/tap/tapped/slam/fuck her/him/you/me/his/your/my/a/FOLK/that/bitch/bitches/hoes/models ~2 wife/girl/girlfriend/bitch/hoe/out/on/in/all/till/until/from/so/hard/harder/sister/mom/ass/cheeks/boyfriend/husband/raw/down/at/first/good/senseless/sideways/while/every/last/man/secretary/twin/daughter/mama/shorty/chick
      smashing/piping/banging/screwing/boning/shagging/humping/dicking her/him/you/bitches/hoes/FOLK
      clap/clapping/clappin/clapped/spread/smash/bust/eat/eating ~1 them/her/those/your/that/some cheeks/cakes
      grab/grabs/grabbing/pull/pulls/pulling/pullin/tug ~1 her/your/my hair/weave/neck ~4 back/stroke/behind/deep/pound/while/hit/smack/harder/fuck/bend/moan/ride/slide
      gimme/give/gives/gave/giving/get/gets/got/getting/want/wants/need/receiving/received ~1 me/him/her/us/some/that/sloppy/good ~1 head/top/brain/neck/dome/becky/bj/sloppy !start !up !of !the !back !massage !rest !count !on !cold !ache !down !for !about
      gave/gives/giving/give/gimme me/him/you head/top/brain/neck/dome/sloppy !start !up !of !the !back !rest !count !on !ache !for !about
      gimme/giving/got/getting/gave/gives/get/receive/throwing head/top/brain/neck/dome in/while/from/on/at/all/every/till/like/behind
      sloppy/slow/wet/road top/toppy/head/neck/dome/brain/kisses_down
      suck/sucks/sucked/sucking/sucked/suckin/lick/licks/licked/licking/slurp/slurping/swallow/swallows/swallowed/gobble/deepthroat/gag/gags/gagging/gaggin/chokes/choking ~1 me/him/my/his/her/you/it/on/us/this/that/your ~1 off/dry/up/dick/cock/toes/down_there/clean/nipples/dick/balls/d/meat/wood/pussy/clit/good/slow/kids/seed/nut/cum/babies/whole_thing/up
      suck/sucking/lick/licking/eat/eating/taste/tasting/kiss/kissing ~2 between/down ~2 thighs/legs/there/below/low/hips
      eat/eats/ate/eating me/you/her/him/it out ~2 for/till/until/like/all/slow/on/good/right/first/then/every
      eat/ate/eating/eats me/you/her/him out
      eat/eats/ate/eating it/her/that/you from_the_back/like_groceries/groceries/up/from_behind ~1 !now !before
      go/goes/going/went/gone down on me/you/her/him/it/that/FOLK !one
      on/to her/your/his/my/both/down_on knees ~4 mouth/swallow/swallowed/suck/open/throat/unzip/zipper/head/please/tongue/taste/dick
      mouth/lips/throat ~2 around/full/wrapped ~3 me/dick/cock/cum/deeper/nut
      put/puts/stick/sticks/shove/slide/slides/putting ~1 it/this/that/me ~1 in/inside/on/down ~1 her/your/my/his ~1 mouth/throat/face/ass/butt/pussy/tongue/butthole/bum/backdoor/lips/belly/stomach
      tongue ~3 down/between/inside/in/on/up/around ~1 your/her/my/his/the ~1 legs/thighs/ass/pussy/clit/body/nipples/navel/belly/asshole/ear_and
      make/makes/made/making/get/gets/got/getting/keep/so/too/already/im/shes/youre/is ~1 HIM/you/me/her/it/so/all/soaking/dripping/that ~1 wet/dripping/soaked/moist/soaking ~2 when/for/between/on_the/there/down/baby/thinking/touch/sheets/dripping/like/watch/and/in_my/bed/daddy
      make/makes/made/making/got/get/gets/getting ~1 HIM/you/me/her/us ~2 wet/soaking/moist/hard/dripping/horny
      wet/dripping/drippin/drip/soaked/moist/leaking ~4 touch/touched/thighs/panties/legs/inside/tongue/lick/sheets/taste/finger/fingers/ride/kiss_me_there/between/fuck/sex/squirt
      wet pussy/ass_pussy/dreams/for_you/for_me
      hard/rock_hard/stiff/throbbing/erect ~2 for/thinking/when/against/in/on/inside ~1 you/her/me/my/your/him/jeans/pants/ass/touch !to !on_me !on_you !on_him
      taste/tastes/tasting/drink/swallow/lick/feel/want/fill/filled/pump/load ~2 cum/nut/jizz/cream/seed/load/juices/nectar/squirt ~2 !cheese !of_the
      my/your/his/hot ~1 seed/load/juice/cream/jizz ~2 in/on/inside/all_over ~1 her/you/me/your/my
      fill/fills/filled/filling her/you/me/him up with/till/until/inside/from/deep
      bust/busts/busted/busting/bussing/bussin ~2 nut/nuts/load !open !the
      nut/nutted/nutting/skeet/skeeted/skeeting in/on/inside/all/too/twice/fast/so/quick/within/for/up
      jerk/jerking/jerked/jack/jacking/jacked/wank/wanking/rub/rubbing/whack/whacking/beat/beating/toss/tossing/jerkin ~1 off/one_out/it/my_meat ~2 to/in/on/while/off/meat/thinking/every/dick/porn/picture/all/at/out
      jerk/jerking/jerked/jack/jacking/jacked/wank/wanking/jerkin off
      touch/touching/touches/finger/fingering/play/playing/pleasure/pleasuring ~1 myself/yourself/herself/himself/with_myself/with_herself/with_yourself ~2 bed/thinking/slow/night/until/till/while/under
      fingering/finger_banging/fingerbang/fingerbanging/fisting her/me/you/him/FOLK
      have/has/had/having/wanna/want/wants/need/needs/make/makes/get_some/good/rough/raw/wild/hot/car/morning/phone/makeup/oral/anal/group/casual/unprotected/after/during/we/the_best/crazy/dirty/freaky/public/some/great ~1 sex
      sex ~1 in/on/with/all/every/until/till/from/while/at/for/tape/toy/toys/slave/so/was/is ~2 bathroom/kitchen/car/backseat/night/floor/shower/beach/me/you/her/him/my/a/bed/money/hotel/couch/good/rough/plane/public/strangers/stranger/stall/raw/tape/toy/good/great/day/hard/stairs/jeep/front/back
      sex tape/tapes/toy/toys/slave/slaves/party/drive_in/addict/dungeon
      hook/hooking/hooked/sleep/sleeping/slept with/around ~2 wife/husband/stepmom/cousin/hookers/hooker/strippers/groupies/prostitute/prostitutes/everybody/whole_team
      in/got/get ~1 missionary/reverse_cowgirl/doggy/cowgirl/sixty_nine
      doggy style/styled
      sixty nine ~3 hotel/bed/position/her/you/on/in/till/tongue
      69 ~2 in/her/you/with/on/position
      reverse cowgirl/cowboy
      sixty_nine/sixty_nining/sixtynine
      hand job/jobs
      blow job/jobs/jobs
      foot/rim/boob/tit/titty job/jobs/fuck
      rim/eat/lick/toss/tossing/eating/licking ~1 ass/salad/asshole/booty/butthole/cornhole
      anal/oral on/sex/with/plug/beads/all/first/and/every/in/pleasure
      ass/titties/tits/boobs/pussy/booty ~1 out/bare/naked ~2 for/on/in/clapping/bouncing
      lap dance/dances ~3 naked/dick/hard/grind/wet/ass/vip
      pole/strip/stripper ~3 naked/ass/pussy/titties/nude/dick
      watch/watching/watched/star/starring/film/make/filming/like/on/love/hardcore ~2 porn/pornhub/porno/pornos/pornography/xvideos/sextape
      twerk/twerking/throw/bounce/throwing/grind/grinding/back ~1 it/that/on ~2 dick/lap/my_face/d/wood/crotch
      squirt/squirts/squirted/squirting/squirtin ~1 on/all/in/like/for/when/and/everywhere/sheets/$
      watch/make/see you/her/me/it squirt
      menage/three_way/gang_bang/gangbang/foursome/group_sex/train_on/swingers ~1 with/in/on/her/bed/party/trois/last/two/$
      run/ran/running/pull/pulled a train on
      hooker/hookers/prostitute/prostitutes/escort/stripper/strippers ~3 head/suck/sucking/naked/bed/backseat/front/fuck/blow/sex/room/coke/car
      condom/condoms/rubber/magnum/magnums/plan_b/trojan/trojans/lube ~3 no/broke/without/off/on/raw/popped/pocket_for/strap/bust/inside/dick/before/nightstand/wrapper/need/slip
      no/without/forget_the/wear_no/with_no/aint_no ~1 condom/condoms
      your/my/her/his/the/that ~1 penis/vagina/erection/boner/hardon/clitoris/foreskin/scrotum/testicles/nutsack/ballsack/clit/cunt/labia/vulva/prostate/butthole ~2 in/inside/on/is/was/hard/wet/up/throbs/throbbing/out/her/with/$
      got/get/a/popped/had/massive/morning ~1 boner/erection/hard_on/hardon/stiffy
      squeeze/squeezing/grab/grabbed/grabbing/suck/motorboat/feel/palm ~1 her/your/those/them/my/on ~1 tits/titties/boobs/breasts/ass/booty/nipples/titty/knockers/jugs/melons/rack/boobies
      climb/climbs/climbed/climbing/crawl/crawls/get/jump ~1 on_top/into_bed/between ~2 me/of_me/naked/legs/sheets/thighs/him/her ~2 ride/naked/grind/slide/slow/taste
      lips/tongue/mouth ~1 on/round/around my/your/his/her ~1 dick/cock/pussy/clit/nipples/tits/thighs/balls/inner
      tie/tied/tying/cuff/cuffed/handcuff/handcuffed/blindfold/blindfolded me/you/her/him ~3 bed/bedpost/headboard/spank/naked/whip/lick/gag/posts
      spank/spanks/spanked/spanking me/you/her/him/my/it/that/your ~3 daddy/ass/harder/naughty/bad_girl/bare/butt/booty/bed/red/hard/slow
      work/works/working/use ~1 that/your/her/them ~1 tongue/hips/throat ~2 dick/pussy/on_me/till_i/slow/on_it/on_my
      headboard/bed/mattress/bedsprings/bedpost/springs/bedframe/frame ~2 banging/bangin/knocking/rocking/squeaking/breaking/squeak/hit/hitting/shaking/broke ~4 night/wall/moan/while/till/ride/you/she/neighbors/neighbours/us
      body/bodies ~1 sweaty/sweating/naked/dripping/wet ~3 bed/sheets/inside/grind/grinding/moan/sex/together/tongue/on_top
      taste/tasting/lick/sip/drink/lap/drinking/licking ~1 you/your/that/it/her/me/my between/down_there/down_low/juices/sweetness_between/honey_between/slow_between
      kiss/kisses/kissing/lick/licking/bite/biting ~1 you/me/her/it/him/my/your/the/down ~2 down_there/below_the/inner/thighs/between/pussy/nipples/breasts/lower/belt
      hungry/thirsty/freaky/horny/naughty ~3 dick/pussy/body_on/your_body/bed_naked/on_top
      horny ~4 night/body/bed/text/inside/naked/top/for
    `,
  },
  {
    kind: 'sexual',
    severity: 'strong',
    phrases: `
      lick/licking/licked/suck/sucking/sucked/bite/biting/kiss/kissing/squeeze/pinch ~5 nipple/nipples/tits/titties/pussy/dick/cock/clit/balls
      swallow/swallowed/swallows/swallowing it/me all/whole/down !pill
      finger/fingers/tongue/hand ~1 in/inside/between you/her/me/him !face !hair
      bend/bending/bent it/that/her/you/me/him ~1 over
      make/makes/made/making/got/get/gets ~2 legs/thighs/body/knees ~1 shake/shaking/shakin/tremble/trembling/quiver/weak_from
      blow me in/on/while/before/under/behind/like/until/first/right
      hard as ~1 rock/steel/stone/brick ~2 in/for/when/inside/against/on
      hands/hand/fingers/mouth/lips ~1 all_over/on/over/round ~1 my/your/her/his ~1 dick/breasts/ass/thighs/naked/tits/cock
      hips/thighs/body/bodies/legs ~2 naked/sweating/moaning/screaming/grinding/thrusting/wet
      kiss/kissing/lick/licking ~2 all_the_way/way down
      take/took/taking ~2 off/down ~2 and/then ~1 bend/ride/lay/spread/turn_around/get_on
      undress/undressing/undressed/strip/stripping me/you/her/him !of
      come/cum/finish/explode/release inside ~1 me/her/you/him !for !and
      give/gave/giving her/you/him/me ~1 dick/d/wood/pipe/inches/backshots/head !start
      need/want/love/like/miss ~1 that/your/some/his/her ~1 dick/pussy/cock/head/box
      make/made/making love ~4 naked/floor/moan/sweat/inside/sheets/wet/all_night_long
      play/played/playing/playin with ~1 my/your/her/his/that pussy/clit/tits/nipples/balls/dick/kitty/titties
      phone/cam/hotel/morning/makeup/rough/oral/anal sex
    `,
  },
  {
    kind: 'sexual',
    severity: 'mild',
    phrases: `
      sex/sexy/sexual/horny/naked/nude/nudes/topless/booty/boobs/boob/kinky/lingerie/thong/panties/striptease/stripper/strippers/hooker/hookers/prostitute/prostitutes/condom/condoms/porn/erotic/sensual/seduce/seduced/foreplay/virgin/virgins/breasts/cleavage/titty_bar/brothel/orgy/milf/bra/fetish/orgasm/erection/penis/vagina/sperm/semen/nipple/nipples/twerk/twerking
      make/making/made/makin love
      sleep/slept/sleeping with/together HIM/with/me/once
      turn/turns/turned/turning me/you/him/her on !the
      one night stand/stands
      lap dance/dances
      skinny dipping/dip
      grind/grinding/grindin on/against/up
      take/come/follow ~1 you/me/to ~1 bed/bedroom
      feel/want/touch/need ~1 your/that/her body
      shake ~1 that/your/what booty/ass/butt/mama
      down low/there kiss
    `,
  },
];
