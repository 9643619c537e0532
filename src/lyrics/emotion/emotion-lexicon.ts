import type { Emotion } from './emotion-names.ts';

/**
 * Words that express a feeling, by weight 1-3 as in the theme lexicon; phrases are joined by `_`. A word after a
 * negation is not counted. Compiled for this project.
 */
export const EMOTION_LEXICON: Record<Emotion, string> = {
  joy: `
3 happy happiness joy joyful celebrate celebration delighted ecstatic euphoria euphoric overjoyed bliss blissful laughing_out cheerful thrilled good_times feeling_good feel_good having_fun
2 smile smiling laugh laughing laughter fun party dance dancing excited exciting enjoy enjoying glad cheer cheers paradise sunshine haha hahaha play playing yay woo wonderful amazing awesome great lit birthday holiday jump turn_up blessed grin vibe vibes
1 good nice sweet sunny bright summer alive fresh cool live life free music song sing singing jam groove hey high win best fine easy smooth shine ride okay alright`,
  sadness: `
3 sad sadness depressed depression heartbroken heartbreak grief mourning sorrow misery miserable devastated crying weep weeping tears teardrop tragedy tragic despair brokenhearted melancholy
2 cry cried hurt hurting pain painful lonely loneliness lost loss goodbye regret regrets sorry broken suffer suffering struggle struggles ache aching gloomy blue blues miss missing funeral grave died dead hopeless ashamed shame neglected abandoned alone unhappy bleeding scars
1 gone leave left away empty cold rain rainy dark grey gray tired down low weak fall fallen fell late poor hard worst wish wrong lose losing die dying death over end memory remember broke used_to`,
  anger: `
3 angry anger rage furious hatred hate outraged pissed mad_at fuck_you fuck_that fuck_them fuck_'em fuck_y'all motherfucker motherfuckers livid wrath infuriated shut_up shut_the_fuck bullshit
2 fuck fucking mad hater haters enemy enemies beef revenge vengeance fight fighting violent violence war attack destroy kill bitch bitches damn goddamn bastard asshole fed_up sick_of tired_of scream screaming yell yelling beat smash punch slap smack stomp choke murder blast curse cursed lie liar liars betrayed snitch
1 shit hit bang break broke burn fire push dirty ass hell blood gun shoot shot knock test step talk against stop nothing never wack fake bust hard cut dumb stupid`,
  fear: `
3 afraid scared fear fearful fears terrified terror frightened frightening panic horror horrified paranoid paranoia anxiety anxious nightmare nightmares dread petrified
2 worry worried worries nervous scary danger dangerous threat threaten threatening hide hiding trapped haunted haunt ghost demons demon monster shaking trembling escape suspicious cautious helpless stressed stress pressure unsafe creep creeping doubt doubts devil hell evil
1 run running alone dark darkness shadow shadows night watch watching careful shook secret death die dying dead police sirens jail prison blood gun careful trouble risk risky stranger cold lost lose breathe sweat feds look_out caught`,
  love: `
3 love loving in_love love_you adore adored cherish beloved darling sweetheart affection devotion soulmate romance romantic my_heart passion tenderness
2 baby honey kiss kisses kissing heart hug hugs wife husband lover marry married together forever family mama mother daddy brother sister babe boo bae need_you miss_you care caring tender gentle sweet trust loyal loyalty hold_me hold_you friend friends beautiful homie homies
1 girl boy lady man touch feel feeling want need give close stay warm eyes smile arms soul real kids son daughter child people ride with_you home`,
  pride: `
3 proud pride boss king queen champion legend legendary greatest undefeated unstoppable untouchable number_one self_made goat conceited confident confidence respect_me i'm_the_best
2 best winner winning crown throne respect power powerful strong strength boast brag flex flexing stunt swag famous fame star superstar rich million millions money gold diamond diamonds platinum top genius master elite supreme fly flyest illest hottest baddest ruler rule stack stacks shining glory independent untamed royal royalty
1 real big hot ill raw first never_lose better great made own run running pay paid bread cash whip rep represent name style shine ball check i'm_a bars flow world bad fresh dope cold`,
  hope: `
3 hope hopeful hoping faith believe_in optimistic inspire inspired inspiration salvation dream_big better_days brighter keep_going never_give_up don't_give_up keep_your_head hold_on make_it_through
2 dream dreams dreaming believe believing pray praying prayer prayed god lord bless blessed blessing blessings heaven miracle tomorrow future rise rising grow growing overcome survive survived change heal healing trust wish patience freedom destiny angel angels grace peace peaceful promise light guide bright determined motivation
1 someday one_day wait waiting try trying start new life live world free fly soul see find way road ahead up young learn child children sun sky star stars morning day win begin open again`,
  disgust: `
3 disgusting disgust disgusted gross filthy nasty vomit puke sickening revolting repulsive nauseous vile
2 dirty trash garbage wack fake phony fraud rat rats snake snakes snitch scum filth rotten stink stinks stinking stench ugly shit bullshit crap corny whack lame bum dump sewer maggot roach roaches corrupt greedy greed poison toxic pathetic clown clowns bastard bitch_ass punk hoe hoes ho sucker suckers weak sloppy slob pig pigs
1 sick hate dumb stupid cheap ass bitch bitches lie lies liar bad wrong dead broke dog ain't_shit nothing talk smell spit funny joke foul`,
};
