/**
 * What sections are called in each language (ISO 639-1), beside the names in `header-words.ts`: a kind, a colon, its
 * names. Lower case; an underscore joins the words of one name. Names that differ by marks on letters only stand once.
 */
export const HEADER_NAMES: Readonly<Record<string, string>> = {
  en: 'intro:prelude,overture,prologue verse:stanza,freestyle pre_chorus:prebridge,preverse refrain:vamp interlude:intermission,intermezzo outro:epilogue,postlude,tag break:dance_break,beat_switch,beat_break build:lift,rise ad_libs:adlibbing',
  af: 'intro:inleiding verse:vers pre_chorus:voorrefrein,voorkoor chorus:refrein,koor post_chorus:narefrein,nakoor bridge:brug interlude:tussenspel outro:uitleiding,slot part:deel',
  am: 'intro:መግቢያ chorus:አዝማች bridge:ድልድይ outro:መዝጊያ',
  ar: 'intro:مقدمة,المقدمة,إنترو,انترو verse:مقطع,المقطع,بيت,كوبليه,فيرس pre_chorus:ما_قبل_اللازمة,قبل_اللازمة,ما_قبل_الكورس,قبل_الكورس chorus:لازمة,اللازمة,كورس,الكورس post_chorus:ما_بعد_اللازمة,بعد_اللازمة,ما_بعد_الكورس,بعد_الكورس hook:هوك,الهوك bridge:جسر,الجسر,بريدج interlude:فاصل,الفاصل,إنترلود outro:خاتمة,الخاتمة,أوترو,اوترو,نهاية part:جزء,الجزء instrumental:موسيقى',
  az: 'intro:giriş verse:bənd,bölmə,kuplet pre_chorus:ön_nəqarət,nəqarətönü chorus:nəqarət,nəqərat post_chorus:son_nəqarət,nəqarət_sonrası bridge:körpü interlude:interlüdiya,interlüd,ara outro:çıxış,sonluq,son part:hissə',
  be: 'intro:уступ,інтра verse:куплет pre_chorus:перадпрыпеў chorus:прыпеў post_chorus:пасляпрыпеў,постпрыпеў bridge:брыдж interlude:інтэрлюдыя,пройгрыш outro:канцоўка,аўтра,заканчэнне part:частка',
  bg: 'intro:въведение,начало pre_chorus:предприпев,пред_припев chorus:припев post_chorus:следприпев,след_припев,пост_припев bridge:мост interlude:интерлюдия,междинна_част outro:финал,край,заключение part:част break:пауза',
  bn: 'intro:ভূমিকা,সূচনা,ইন্ট্রো verse:অন্তরা,স্তবক pre_chorus:প্রি_কোরাস,প্রাক_কোরাস chorus:কোরাস,ধ্রুবপদ,মুখড়া post_chorus:পোস্ট_কোরাস bridge:সেতু,ব্রিজ interlude:বিরতি outro:সমাপ্তি,আউট্রো,উপসংহার part:অংশ',
  br: 'verse:poz chorus:diskan bridge:pont',
  ca: 'intro:introducció,entrada verse:vers,estrofa pre_chorus:pretornada,pre_tornada,preestribill chorus:tornada,estribill post_chorus:posttornada,post_tornada interlude:interludi outro:tancament,final,sortida part:part',
  cs: 'intro:úvod,předehra verse:sloka pre_chorus:předrefrén,před_refrénem chorus:refrén post_chorus:porefrén,po_refrénu bridge:most,můstek,přechod interlude:mezihra outro:závěr,dohra,konec part:část break:pauza instrumental:instrumentálka spoken:mluvené',
  cy: 'intro:cyflwyniad,rhagarweiniad verse:pennill pre_chorus:cyn_gytgan,cyn_cytgan chorus:cytgan post_chorus:ôl_gytgan bridge:pont interlude:egwyl outro:diweddglo part:rhan',
  da: 'verse:vers pre_chorus:bro,præ_omkvæd,præomkvæd,pre_omkvæd,før_omkvæd chorus:omkvæd post_chorus:post_omkvæd,postomkvæd,efter_omkvæd,efteromkvæd refrain:refræn bridge:kontraststykke,c_stykke interlude:mellemspil,mellemstykke outro:slutning,afslutning part:del break:pause instrumental:instrumentalt',
  de: 'intro:einleitung,einstieg pre_chorus:vorrefrain,vor_refrain,pre_refrain,prechorus chorus:hauptrefrain post_chorus:nachrefrain,nach_refrain,post_refrain refrain:kehrreim bridge:überleitung interlude:zwischenspiel,zwischenteil instrumental:instrumentalteil outro:ausklang,schluss,abspann,ende part:teil,abschnitt break:pause spoken:gesprochenes',
  el: 'intro:εισαγωγή,ίντρο verse:κουπλέ,στροφή,στίχος pre_chorus:προρεφρέν,προ_ρεφρέν,προ_ρεφραίν,προρεφραίν,πρερεφρέν chorus:ρεφρέν,ρεφραίν post_chorus:μεταρεφρέν,μετά_ρεφρέν,μετά_το_ρεφρέν,ποστ_ρεφρέν bridge:γέφυρα interlude:ιντερλούδιο,διάλειμμα outro:κλείσιμο,έξοδος,επίλογος,άουτρο,φινάλε part:μέρος instrumental:ορχηστρικό',
  eo: 'intro:enkonduko verse:strofo pre_chorus:antaŭrefreno,antaŭ_refreno chorus:refreno,rekantaĵo post_chorus:postrefreno bridge:ponto interlude:interludo outro:finaĵo,fino part:parto',
  es: 'intro:entrada verse:verso,estrofa pre_chorus:pre_coro,pre_estribillo,antecoro chorus:coro,estribillo post_chorus:post_coro,post_estribillo hook:gancho bridge:puente interlude:interludio,intermedio outro:final,salida,despedida,conclusión part:parte break:pausa,quiebre build:subida',
  et: 'intro:sissejuhatus verse:salm,värss pre_chorus:eelrefrään chorus:refrään post_chorus:järelrefrään bridge:sild interlude:vahemäng,vahepala outro:lõpp,lõpetus part:osa',
  eu: 'intro:sarrera verse:ahapaldia,bertsoa pre_chorus:aurre_errepika,aurre_leloa chorus:errepika,leloa bridge:zubia interlude:tartekia,interludioa outro:amaiera part:zatia',
  fa: 'intro:مقدمه,اینترو,شروع verse:ورس,بند,قسمت pre_chorus:پیش_همخوان,پیش_هم_خوان,پیش_کورس,پیش_ترجیع chorus:همخوان,هم_خوان,ترجیع,ترجیع_بند,کورس,کوروس post_chorus:پس_همخوان,پس_هم_خوان,پس_کورس hook:هوک bridge:پل,بریج interlude:میان_پرده,میانپرده,میان_نوازی outro:پایان,اوترو,خروج part:پارت,بخش',
  fi: 'intro:alku,johdanto verse:säkeistö pre_chorus:esikertosäe,esi_kertosäe,pre_kertosäe chorus:kertosäe,kertsi post_chorus:jälkikertosäe,jälki_kertosäe,post_kertosäe bridge:silta,c_osa interlude:välisoitto,väliosa,välike outro:loppu,lopetus part:osa spoken:puhe,puhuttu',
  fr: 'intro:ouverture verse:couplet,strophe pre_chorus:pré_refrain,avant_refrain post_chorus:post_refrain,après_refrain hook:gimmick bridge:pont interlude:intermède,entracte outro:fin,conclusion,final part:partie break:pause instrumental:instru build:montée',
  ga: 'intro:réamhrá verse:véarsa pre_chorus:réamhchurfá,réamh_churfá chorus:curfá post_chorus:iarchurfá,iar_churfá bridge:droichead interlude:idirlúid,eadarlúid outro:críoch part:cuid',
  gd: 'verse:rann chorus:sèist bridge:drochaid',
  gl: 'intro:introdución pre_chorus:preretrouso,pre_retrouso,pre_refrán chorus:retrouso,refrán outro:peche part:parte',
  gu: 'verse:અંતરા chorus:મુખડો,કોરસ',
  he: 'intro:פתיחה,הקדמה,אינטרו verse:בית pre_chorus:קדם_פזמון,פרה_פזמון,טרום_פזמון,לפני_הפזמון chorus:פזמון post_chorus:פוסט_פזמון,אחרי_הפזמון hook:הוק bridge:גשר,מעבר,סי_פארט interlude:אינטרלוד,קטע_מעבר,אתנחתא outro:סיום,סיומת,אאוטרו part:חלק instrumental:אינסטרומנטלי,קטע_כלי spoken:דיבור',
  hi: 'intro:परिचय,प्रस्तावना,इंट्रो,आरंभ verse:अंतरा,छंद,पद्य,वर्स pre_chorus:पूर्व_कोरस,प्री_कोरस chorus:मुखड़ा,कोरस,स्थायी,टेक post_chorus:पोस्ट_कोरस,उत्तर_कोरस hook:हुक bridge:सेतु,पुल,ब्रिज interlude:अंतराल,इंटरल्यूड,मध्यांतर outro:समापन,आउट्रो,अंत,उपसंहार part:भाग',
  hr: 'intro:uvod verse:strofa,kitica,stih pre_chorus:predrefren,pred_refren,pretrefren,prerefren chorus:refren refrain:pripev,pripjev post_chorus:postrefren,post_refren,porefren bridge:most,prijelaz,prelaz interlude:međuigra,interludij,interludijum break:pauza build:uzdizanje outro:završetak,kraj,zaključak part:dio,deo',
  ht: 'intro:entwodiksyon verse:vèsè,kouplè bridge:pon',
  hu: 'intro:bevezető,bevezetés verse:versszak,verze pre_chorus:előrefrén,elő_refrén,pre_refrén chorus:refrén,kórus post_chorus:utórefrén,utó_refrén,poszt_refrén,post_refrén bridge:híd,átvezető,átvezetés interlude:közjáték outro:befejezés,levezetés,lezárás,záró part:rész instrumental:instrumentális',
  hy: 'intro:ներածություն,ինտրո verse:կուպլետ,տուն pre_chorus:նախակրկներգ chorus:կրկներգ post_chorus:հետկրկներգ bridge:կամուրջ interlude:ինտերլյուդիա outro:ավարտ,աութրո part:մաս',
  id: 'intro:pembuka,pembukaan verse:bait,ayat pre_chorus:pra_reff,prareff,pra_chorus,pra_korus,pra_refrain,pre_reff chorus:reff,ref,refrein,korus post_chorus:pasca_reff,pasca_korus,pasca_chorus bridge:jembatan interlude:interlud,selingan outro:penutup,penutupan part:bagian',
  is: 'intro:inngangur,upphaf verse:erindi pre_chorus:forviðlag,for_viðlag,fyrir_viðlag chorus:viðlag post_chorus:eftirviðlag,eftir_viðlag bridge:brú,millikafli interlude:millispil outro:niðurlag,endir,lok part:hluti,kafli',
  it: 'verse:strofa pre_chorus:pre_ritornello chorus:ritornello,rit post_chorus:post_ritornello,postritornello bridge:ponte interlude:intermezzo outro:finale,conclusione,chiusura part:parte break:pausa,stacco',
  ja: 'intro:前奏,導入 verse:aメロ,番,ラップ pre_chorus:bメロ,プレコーラス,プリコーラス,サビ前 chorus:大サビ,ラスサビ,ラストサビ,落ちサビ post_chorus:ポストコーラス hook:フック refrain:リフレイン bridge:cメロ,dメロ interlude:間奏,インタールード outro:後奏,エンディング part:パート solo:ソロ spoken:語り,セリフ instrumental:インスト break:ブレイク drop:ドロップ',
  ka: 'intro:შესავალი,ინტრო verse:კუპლეტი,სტროფი pre_chorus:წინარე_მისამღერი,წინამისამღერი,პრე_მისამღერი chorus:მისამღერი,რეფრენი post_chorus:პოსტ_მისამღერი bridge:ხიდი,ბრიჯი interlude:ინტერლუდია outro:დასასრული,აუტრო part:ნაწილი',
  kk: 'intro:кіріспе verse:шумақ pre_chorus:қайырма_алды chorus:қайырма post_chorus:қайырмадан_кейін bridge:көпір outro:соңы,қорытынды part:бөлім',
  kn: 'verse:ಚರಣ pre_chorus:ಅನುಪಲ್ಲವಿ chorus:ಪಲ್ಲವಿ',
  ko: 'intro:도입부,전주 verse:절,랩 pre_chorus:프리코러스,프리_코러스,프리훅 chorus:후렴구,사비 post_chorus:포스트코러스,포스트_코러스 hook:훅 refrain:리프레인 bridge:브리지 interlude:간주,인터루드 outro:엔딩,마무리,후주 part:파트 spoken:나레이션,내레이션 instrumental:연주 break:브레이크 drop:드롭 skit:스킷 solo:솔로',
  ky: 'intro:киришүү pre_chorus:кайырма_алды chorus:кайырма bridge:көпүрө outro:аягы,корутунду part:бөлүк',
  lt: 'intro:įžanga verse:posmas,posmelis,kupletas pre_chorus:priešpriedainis,prieš_priedainį chorus:priedainis,refrenas post_chorus:popriedainis,po_priedainio bridge:tiltas,jungtis interlude:intarpas,interliudija outro:pabaiga,užsklanda part:dalis',
  lv: 'intro:ievads verse:pants,pantiņš pre_chorus:pirmspiedziedājums,priekšpiedziedājums,pirms_piedziedājuma chorus:piedziedājums,refrēns post_chorus:pēcpiedziedājums bridge:tilts,tiltiņš interlude:starpspēle,interlūdija outro:nobeigums,noslēgums part:daļa',
  mk: 'intro:вовед,увод verse:строфа pre_chorus:предрефрен post_chorus:пострефрен interlude:меѓуигра,интермедиум instrumental:инструментална_пауза outro:завршеток,крај part:дел break:пауза',
  ml: 'verse:ചരണം pre_chorus:അനുപല്ലവി chorus:പല്ലവി',
  mn: 'intro:оршил verse:бадаг pre_chorus:дахилтын_өмнө chorus:дахилт bridge:гүүр interlude:завсарлага outro:төгсгөл part:хэсэг',
  mr: 'verse:कडवे,कडवं chorus:धृपद,ध्रुवपद',
  ms: 'verse:rangkap chorus:korus bridge:jambatan part:bahagian',
  mt: 'intro:daħla chorus:kor outro:għeluq',
  nl: 'intro:inleiding verse:couplet,strofe pre_chorus:prerefrein,pre_refrein,voorrefrein chorus:refrein post_chorus:postrefrein,post_refrein,narefrein bridge:brug interlude:tussenspel outro:einde,afsluiting,slot part:deel,teil instrumental:instrumentaal break:pauze',
  no: 'pre_chorus:prerefreng,pre_refreng,førrefreng,før_refreng chorus:refreng,omkved post_chorus:postrefreng,post_refreng,etterrefreng,etter_refreng bridge:stikk interlude:mellomspill,mellomspel outro:avslutning,slutt part:del',
  pa: 'intro:ਇੰਟਰੋ verse:ਅੰਤਰਾ chorus:ਮੁਖੜਾ,ਕੋਰਸ bridge:ਪੁਲ,ਬ੍ਰਿਜ outro:ਆਊਟਰੋ',
  pl: 'intro:wstęp,wprowadzenie verse:zwrotka,zwr pre_chorus:przedrefren,przed_refren,pre_refren,prerefren chorus:refren,ref post_chorus:zarefren,porefren,post_refren bridge:przejście,mostek,most interlude:interludium,przerywnik break:przerwa outro:zakończenie,koniec part:część solo:solówka instrumental:instrumentalny',
  pt: 'intro:entrada verse:verso,estrofe pre_chorus:pré_refrão,pré_coro,pre_coro post_chorus:pós_refrão,pós_coro hook:gancho bridge:ponte interlude:interlúdio outro:encerramento,final,saída,conclusão part:parte spoken:falado,fala break:pausa,quebra',
  ro: 'intro:introducere verse:strofă pre_chorus:prerefren,pre_refren post_chorus:postrefren,post_refren bridge:punte interlude:interludiu break:pauză outro:încheiere,final part:partea',
  ru: 'intro:вступление pre_chorus:предприпев,пред_припев,пре_припев post_chorus:постприпев,пост_припев,послеприпев,после_припева bridge:переход interlude:интерлюдия,проигрыш break:брейкдаун,пауза outro:финал,заключение,окончание part:часть,парт build:билд,нарастание spoken:речь,диалог',
  sk: 'intro:úvod,predohra verse:sloha,verš pre_chorus:predrefrén,pred_refrénom chorus:refrén post_chorus:porefrén,po_refréne bridge:most,mostík interlude:medzihra outro:záver,dohra,koniec part:časť',
  sl: 'verse:kitica pre_chorus:predrefren,pred_refrenom refrain:pripev post_chorus:porefren,po_refrenu bridge:prehod interlude:medigra outro:zaključek,konec part:del',
  sq: 'intro:hyrja,hyrje verse:strofa,strofë,vargu pre_chorus:pararefreni,para_refreni,pararefren chorus:refreni post_chorus:pasrefreni,pas_refreni,pasrefren refrain:nënrefreni,nën_refreni bridge:ura,urë interlude:ndërlojë,interludi outro:mbyllja,mbyllje,fundi part:pjesa,pjesë',
  sr: 'intro:увод verse:строфа,стих pre_chorus:предрефрен,пред_рефрен post_chorus:пострефрен bridge:прелаз interlude:међуигра,интерлудијум outro:завршетак,крај part:део',
  sv: 'pre_chorus:brygga,förrefräng,pre_refräng,för_refräng chorus:refräng post_chorus:efterrefräng,postrefräng,post_refräng,efter_refräng bridge:stick interlude:mellanspel outro:avslutning,slut part:del instrumental:instrumentalt',
  sw: 'intro:utangulizi verse:ubeti,beti,mstari pre_chorus:kabla_ya_kiitikio chorus:kiitikio,kibwagizo bridge:daraja outro:mwisho,hitimisho part:sehemu',
  ta: 'intro:அறிமுகம் verse:சரணம் pre_chorus:அனுபல்லவி,முன்_கோரஸ் chorus:பல்லவி,கோரஸ் bridge:பாலம் interlude:இடையிசை outro:முடிவு part:பகுதி',
  te: 'intro:పరిచయం verse:చరణం pre_chorus:అనుపల్లవి chorus:పల్లవి,కోరస్ bridge:వంతెన outro:ముగింపు',
  tg: 'intro:муқаддима verse:банд pre_chorus:пеш_аз_нақорот chorus:нақорот bridge:пул outro:хотима part:қисм',
  th: 'intro:อินโทร,เกริ่น,บทนำ verse:ท่อน,ท่อนที่,เวิร์ส,บท pre_chorus:ก่อนฮุก,ท่อนก่อนฮุก,พรีคอรัส,พรีฮุก chorus:คอรัส,ท่อนคอรัส,สร้อย,ท่อนสร้อย,ประสานเสียง post_chorus:หลังฮุก,โพสต์คอรัส hook:ฮุก,ท่อนฮุก bridge:บริดจ์,สะพาน,ท่อนแยก interlude:ช่วงดนตรี,อินเตอร์ลูด outro:เอาท์โทร,เอาโทร,ท่อนจบ,ปิดท้าย,จบ solo:โซโล่,โซโล instrumental:ดนตรี',
  tl: 'intro:panimula verse:taludtod,saknong,berso pre_chorus:bago_ang_koro,pre_koro chorus:koro bridge:tulay outro:wakas,pangwakas part:bahagi',
  tr: 'verse:dörtlük pre_chorus:ön_nakarat,nakarat_öncesi,ön_köprü chorus:nakarat post_chorus:son_nakarat,art_nakarat,arka_nakarat,nakarat_sonrası bridge:geçiş interlude:ara,ara_geçiş,ara_müzik hook:kanca outro:kapanış,bitiş,son part:kısım,parça build:yükseliş',
  tt: 'intro:кереш chorus:кушымта bridge:күпер',
  uk: 'intro:вступ,інтро pre_chorus:передприспів,предприспів,пре_приспів,перед_приспівом post_chorus:постприспів,післяприспів,пост_приспів,після_приспіву bridge:міст,перехід interlude:інтерлюдія,програш outro:кінцівка,закінчення,завершення,фінал,аутро part:частина',
  ur: 'intro:مقدمہ verse:بند,شعر chorus:کورس outro:اختتام part:حصہ',
  uz: 'intro:kirish verse:koplet,kuplet pre_chorus:naqarot_oldidan,oldingi_naqarot,naqarotoldi chorus:naqarot post_chorus:keyingi_naqarot,naqarotdan_keyin bridge:koprik interlude:oraliq break:breykdaun outro:xulosa,yakun,tugash,chiqish part:qism',
  vi: 'intro:mở_đầu,dạo_đầu,nhạc_dạo,mở_bài verse:lời,đoạn,khổ,phiên_khúc pre_chorus:tiền_điệp_khúc,trước_điệp_khúc,tiền_điệp chorus:điệp_khúc,đk post_chorus:hậu_điệp_khúc,sau_điệp_khúc,hậu_điệp refrain:điệp bridge:cầu_nối,cầu,đoạn_chuyển,chuyển_tiếp interlude:gian_tấu,giang_tấu,nhạc_giữa outro:đoạn_kết,kết_thúc,kết_bài,kết part:phần',
  zh: 'intro:前奏,引子,开场,開場,序 verse:主歌,说唱,說唱 pre_chorus:预副歌,預副歌,导歌,導歌,前副歌,副歌前 chorus:副歌 post_chorus:后副歌,後副歌,副歌后,副歌後 refrain:叠句,疊句 bridge:桥段,橋段,桥,橋,过渡,過渡 interlude:间奏,間奏,插曲,过门 outro:尾奏,尾声,尾聲,结尾,結尾,尾曲 part:部分,乐章 spoken:独白,獨白,口白,念白 instrumental:纯音乐,純音樂,器乐 solo:独奏,獨奏',
};

/**
 * Names that are also words of everyday speech or cries ("bro", "bait", "slut"): they name a section in square
 * brackets only.
 */
export const EVERYDAY_NAMES: ReadonlySet<string> = new Set(
  (
    'bro stick ara bait pants bend son slut slot ref lime rap tag lift rise vamp freestyle koor kor del deel teil ende fin final ' +
    'finale lok osa poz rann salm pon punte beti cuid ura ayat koro coda ending cierre part parte parto most мост пул бит build drop ' +
    'entrada salida despedida gancho pausa pauza pause slutt konec koniec kraj alku loppu peche poem prelude tag dio deo stih стих хук ' +
    'cuts sample samples speech dialog dialogue fin segue brug hid sild silta schluss pauze край'
  ).split(' '),
);
