import type { Theme } from './theme-names.ts';

/**
 * Words that point to a theme, by weight 1-3: 3 almost never means anything else, 1 counts only beside others. Phrases
 * are joined by `_`. Inflected forms ("hustlin'", "grinded", "chains") find their base form. Compiled for this project.
 */
export const THEME_LEXICON: Record<Theme, string> = {
  wealth: `
3 millionaire billionaire bankroll racks wealthy wealth riches cash_flow money_bag million_dollar get_paid stacks_on blue_hundreds benjamins dividends
2 money cash dollar rich bands cheque diamond gold chain rolex rollie bentley benz mercedes porsche ferrari lambo lamborghini maybach rolls royce mansion yacht guap bread cheddar millions billions fortune luxury expensive gucci louis prada versace fendi designer jeweler jewelry iced bling karat carat cartier audemars patek penthouse jet stacks loot profit invest bank account banknote dough moolah cream wads
1 buy bought spend spent price cost pay paid check rent broke pocket wallet coin worth drip whip foreign coupe spender ball baller tax lease owe savings platinum mink fur ice bills paper`,
  hustle: `
3 hustle hustler grind grinding come_up came_up bossed_up self_made nine_to_five 9_to_5 rags_to_riches paid_my_dues paid_dues started_from from_nothing work_ethic
2 ambition struggle overtime workin work_hard persevere dedication determined climb climbing bossing entrepreneur job shift boss clock_in no_days_off sacrifice motivation motivate earn earned deserve blueprint survive survival starve starving hungry ramen eviction
1 work dream goal rise rising effort tired sleep wake early push try tried build built chase chasing plan focus focused broke sweat fail failure win start started move bills`,
  street_life: `
3 trap trapping trap_house corner_boy block_boy ghetto projects hood_rich the_hood the_streets the_block gangbang gang_member section_8 stash_house street_life street_code o_block
2 hood street block corner gang gangsta gangster thug hoodlum crip blood opps opp stick_up jail prison cell bars penitentiary cops feds narc snitch rat informant parole probation bail lawyer indictment warrant arrest fugitive stripes set turf homie goon project
1 stoop alley avenue outside rep represent real respect soldier code rules trust wolf wolves jungle og crook heist rob robbed robbery bandana colors law police squad crew cuffs pen judge court`,
  violence: `
3 glock ak ak47 uzi draco shotgun choppa chopper 9_millimeter nine_millimeter drive_by shoot_out shootout homicide murder murdered massacre body_bag automatic_weapon semi_automatic mac_10 tec_9 ar_15 hollow_tip desert_eagle
2 gun pistol shoot shooter shot bullet kill killer killed stab knife blade trigger strap strapped blast clip ammo ammunition rifle beretta revolver slug hollows bang bleed bleeding coffin casket grave funeral assassin sniper bomb grenade machete ruger smith_and_wesson burner heater gat banger caliber 44 45 357 40_cal extendo mag beam scope execute slaughter
1 fight hit beat blood aim fire war battle smoke dead die punch swing smack slap attack hurt harm weapon target duck load loaded cock pop popped dump corpse victim enemy danger wound revenge`,
  drug_trade: `
3 kilo kilos brick bricks cook_up cooking_crack re_up reup drug_dealer dope_boy dope_game drug_dealing cocaine_dealer plug trap_phone cut_the_coke sell_dope selling_dope move_weight moving_weight dimebag crack_rock
2 crack coke cocaine dope heroin fiend fiends pyrex stove baking_soda whip_it ounce ounces work_in_the traffic trafficking cartel pablo escobar el_chapo distribution distributor supplier dealer pusher slinging sling narcotics junkie addict quarter_piece half_brick dime_bag nickel_bag serve serving clientele
1 sell sold deal weight white girl package powder product smuggle border cut bag bags stash triple_beam kitchen pot pound pounds pack packs key keys scale scales flip connect customer gram grams zip zips`,
  substance_use: `
3 weed marijuana blunt blunts joint_rolled lean codeine promethazine percocet percs xanax xans molly ecstasy mdma shrooms kush backwoods double_cup styrofoam hennessy henny get_high getting_high so_high roll_up smoke_weed pop_pills popping_pills
2 drunk high stoned faded wasted sober smoke smoking smoked puff roll rolled rolling sip sipping sipped drink drinking drank liquor vodka gin tequila whiskey cognac champagne patron ciroc rum wine beer henn remy bong dro purple chronic reefer spliff bud sticky pill pills acid lsd syrup dank hangover addiction overdose rehab
1 cup lit twisted buzz buzzed ash lighter cloud clouds pack herb hit shots bar trip tripping cigarette cigar smell inhale exhale lungs bottle bottles pour poured`,
  love: `
3 love_you i_love loving_you in_love fell_in_love fall_in_love soulmate my_heart your_heart heartbeat be_mine marry_me my_wife my_husband valentine hold_me i_need_you i_miss_you wedding
2 love lover baby darling sweetheart honey kiss romance romantic heart marry married wife husband girlfriend boyfriend wifey hubby relationship affection cherish adore devotion beloved forever miss together cuddle hug ring roses date bride breakup ex
1 girl boy hold touch feel need want care smile eyes beautiful pretty sweet tender close stay leave lonely boo bae crush promise arms`,
  sex: `
3 sex sexy sexual make_love making_love orgasm horny threesome blowjob head_game foreplay strip_club booty_call one_night_stand get_laid
2 fuck_me fuck_her fuck_him pussy dick cock tits titties booty ass_shaking naked nude strip stripper freak freaky bed bedroom moan lick suck sucking ride_it panties thong condom kinky lingerie seduce seduction intercourse nut cum cummin penis vagina thighs
1 body ass hips lips tongue wet touch grind hoe ho thick curves sheets legs bend deep tease twerk nasty`,
  loyalty_family: `
3 my_family my_brother my_brothers my_mother my_father my_mama my_son my_daughter my_sister my_kids my_children my_grandma my_momma my_dad day_ones ride_or_die blood_brothers loyalty loyal family single_mother
2 mama momma mother mom moms mommy father daddy dad pops papa brother bro brothers sister sis son daughter kids children child grandma granny grandfather grandmother cousin uncle aunt auntie nephew niece kin kinfolk parents twin fam godson backstab betrayal betray snake disloyal homies
1 home house crew friend friends team squad together trust real raised born generation baby blood roots name circle support`,
  faith: `
3 jesus christ allah quran bible gospel prayer prayers church amen hallelujah lord_forgive thank_god god_bless holy_ghost heavenly_father psalm pastor preacher
2 god lord pray prayed praying heaven hell angel angels devil satan demon demons faith blessing holy sin sinner sins forgive forgiveness saint salvation savior worship divine prophet messiah temple baptize baptized scripture miracle almighty religion religious genesis revelations eden noah moses
1 believe heavens save saved cross light eternal kneel knees judgment confess testify mosque crown fate destiny praise blessings grace soul spirit bless blessed mercy heavenly`,
  loss_grief: `
3 rest_in_peace r.i.p r.i.p. rip funeral mourn mourning grief grieving passed_away lost_my gone_too_soon six_feet tombstone obituary casket eulogy i_miss_you
2 grave died dead buried bury tears cry cried crying goodbye heartbreak heartbroken memory memories loss widow orphan cemetery coffin ashes departed late_night farewell pain
1 lost lose away remember leave left alone empty heaven angels hurt rain cold memorial forever never_come_back gone passed miss missing wake death`,
  mental_health: `
3 depression depressed anxiety suicide suicidal therapy therapist panic_attack mental_health bipolar paranoid paranoia trauma traumatized insomnia ptsd antidepressants schizophrenic self_harm kill_myself breakdown
2 lonely loneliness stress stressed stressing insane insanity crazy demons nightmare nightmares numb hopeless worthless overwhelmed overthinking overthink medicated medication meditate healing heal counselor sanity suffocating drowning mind_state meltdown isolation isolated voices_in_my_head psycho psych
1 mind head thoughts thinking pressure pain hurt alone dark darkness sleep cope escape broken scars sad fear afraid lost breathe tears pills feel inside`,
  social_justice: `
3 racism racist police_brutality slavery slave slaves oppression oppressed oppressor genocide segregation civil_rights malcolm_x martin_luther black_lives white_supremacy white_supremacist colonizer apartheid systemic capitalism protest revolution revolutionary injustice justice_system mass_incarceration reparations black_power redlining redlined gentrification
2 justice freedom equality politics politician president government congress senate vote voted election cops police poverty poor system nation america american african africa ancestors ghetto_children community rights privilege prejudice discrimination immigrant border_wall refugees war_on_drugs welfare unemployment school_system education lynch panther panthers farrakhan garvey mandela trump obama reagan propaganda media corrupt corruption fascist feminism feminist patriarchy landlord council tenant tenants housing evicted protest union strike
1 free people power fight rise black white color race skin law prison land country history society kings queens voice stand march struggle chains truth`,
  boast: `
3 greatest_of_all_time goat best_rapper best_alive king_of queen_of the_greatest number_one number_1 top_dog untouchable unstoppable undefeated undisputed nobody_better cant_touch_me can't_touch_me can't_see_me hall_of_fame
2 king queen best greatest legend legendary boss throne crown champion champ champions winner icon god_mc ruler finest baddest flyest illest dopest sickest coldest hottest supreme elite superior master genius conceited flawless invincible immortal unbeatable top_five heavyweight mvp goated monster beast savage killin_it run_this flex flexing flexin stunt stuntin
1 top better first real hot fly fresh cold sick bad raw great winning prime level star shine better_than never rule swag ill proud ego big`,
  battle: `
3 diss dissed dissing diss_track battle_rap battle_me wack_rapper wack_mc wack_mcs sucker_mc fake_rapper biter biting_style clown_ass beef_with ghostwriter bite_my_style you_can't_rap
2 beef wack clown fraud fake phony imposter hater haters hating coward pussy_ass bitch_ass punk lame weak trash garbage rival enemy enemies versus destroy embarrass humiliate ether roast slander jealous envy envious copycat clones washed overrated competition competitor challenger opponent sucker bum peon peons biters
1 battle fight war talk shit y'all against test try mouth shut style win lose beat step serve ashamed scared soft joke tough smoke hate`,
  party: `
3 dance_floor dancefloor nightclub turn_up turnt party partying after_party house_party get_crunk crunk hands_up put_your_hands throw_your_hands shake_it shake_that bottle_service vip in_the_club
2 club dance dancing dancer dj disco bounce rave bash celebrate celebration jumpin wobble twerk boogie groove bartender bouncer champagne speakers bass rockin wild_out get_down lit
1 night floor beat music fun move song rock hot ladies fellas everybody bottles drinks drink live hands body tonight jam jump crowd friday saturday weekend shake`,
  fame: `
3 famous fame celebrity celebrities paparazzi red_carpet superstar hollywood grammy grammys billboard platinum_plaque went_platinum sold_out world_tour spotlight limelight fan_mail number_one_hit record_deal magazine_cover
2 star stardom fans fan interview interviews magazine headlines tabloid plaque plaques album_sales charts award awards oscar groupie groupies record_label label contract signed signing autograph tickets stadium arena followers instagram twitter viral
1 show shows crowd lights name world hits hit famed media picture pictures image popular rich industry studio news camera cameras television tv video videos press radio stage tour tours`,
  hip_hop: `
3 hip_hop hip-hop hiphop rapper rappers emcee emcees freestyle freestyling mixtape boom_bap turntable turntables breakbeat b_boy b_boys bboy graffiti cypher microphone_check mic_check rap_game rap_music golden_era 16_bars sixteen_bars wu_tang illmatic kool_herc krs_one spit_bars
2 rap rapping raps rhyme rhymes rhyming mic microphone mics mc mcs m.c. lyric lyrics lyrical lyricist lyricism verse verses flow flows beat beats track tracks bars producer producers sample samples dj scratch scratching studio booth album albums remix cd tape tapes vinyl record records instrumental metaphor metaphors simile punchline punchlines wordplay pen spit spitting spits bassline snare 808 808s hook biggie tupac pac nas jay_z rakim
1 song music style write writing wrote words page pad notebook culture crowd stage sound sounds record cadence drum drums loop rock`,
  place: `
3 new_york brooklyn bronx harlem queensbridge compton los_angeles atlanta chicago detroit philly philadelphia houston memphis new_orleans oakland miami long_beach inglewood watts cali california bay_area west_coast east_coast dirty_south bed_stuy staten_island newark cleveland st_louis baltimore boston toronto london paris jamaica kingston lagos my_city my_hometown my_town where_i'm_from where_i_come_from hometown south_side southside westside eastside west_side east_side north_side
2 city town manhattan queens borough jersey texas georgia tennessee louisiana illinois michigan florida virginia carolina ohio seattle dallas vegas hollywood crenshaw 8_mile downtown uptown midtown boulevard zip_code area_code district harbor harbour village suburbs island coast chi chi_town nyc l.a. la atl n.o.
1 street avenue home block corner neighborhood north south east west mile road river bridge skyline train subway bus station world local mayor`,
};
