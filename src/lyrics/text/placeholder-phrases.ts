const list = (phrases: string): readonly string[] =>
  phrases
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

/** What may stand before and after a message, in the form of `plainMessage`. */
export const OPENERS = list(`
  sorry but | sorry | we are sorry but | we are sorry | were sorry but | were sorry | im sorry but | unfortunately | oops | whoops | hmm | uh oh | note
  lo sentimos | lo siento | desculpe | infelizmente | désolé | leider | entschuldigung | spiacenti | ci dispiace | purtroppo | przepraszamy | niestety
  извините | к сожалению | на жаль | helaas | tyvärr | desværre | dessverre | üzgünüz | maaf
`);
export const CLOSERS = list(`
  yet | at this time | at the moment | right now | currently | here | sorry | sorry about that | please check back later | please check back soon
  check back later | check back soon | stay tuned | please try again later | be the first to add them | be the first to add lyrics
  be the first to add the lyrics | be the first to contribute | be the first to submit them | you can help by adding them | todavía | aún
  por el momento | ainda | no momento | pour le moment | pour linstant | encore | noch | im moment | zurzeit | al momento | ancora | jeszcze | пока
  на данный момент
`);

/** Songs without words. "…" stands for a name. */
export const INSTRUMENTAL = list(`
  instrumental | instrumentals | instrumentale | instrumentales | instrumental track | instrumental song | instrumental piece | instrumental interlude
  instrumental intro | instrumental outro | instrumental skit | instrumental break | instrumental version | instrumental only | instrumental music
  instrumental no lyrics | instrumental no vocals | instrumental has no lyrics | purely instrumental | fully instrumental | all instrumental
  au instrumental | this is an instrumental | this is an instrumental song | this is an instrumental track | this is an instrumental piece
  this is instrumental | this song is an instrumental | this song is instrumental | this track is an instrumental | this track is instrumental
  the song is instrumental | the song is an instrumental | the track is instrumental | this song is instrumental and has no lyrics
  this song is an instrumental and has no lyrics | this is an instrumental song and has no lyrics | this is an instrumental and has no lyrics
  this song has no lyrics | this song has no words | this song has no vocals | this song contains no lyrics | this song does not have lyrics
  this song does not have any lyrics | this song doesnt have lyrics | this song doesnt have any lyrics | this track has no lyrics
  this track has no vocals | this track contains no lyrics | … is an instrumental | … is an instrumental song | … is an instrumental track
  … is instrumental | no lyrics | no vocals | no words | no lyrics instrumental | no lyrics its an instrumental | without words | wordless
  musical interlude | beat only | just a beat | canción instrumental | tema instrumental | pista instrumental | música instrumental
  esta canción es instrumental | esta es una canción instrumental | faixa instrumental | esta música é instrumental | música sem letra
  morceau instrumental | titre instrumental | chanson instrumentale | ce morceau est instrumental | cette chanson est instrumentale | instrumentalstück
  instrumentaltitel | dieser song ist instrumental | dies ist ein instrumental | strumentale | brano strumentale | questa canzone è strumentale
  questo brano è strumentale | utwór instrumentalny | instrumentalny | instrumentální | instrumentálka | inštrumentálna skladba | instrumentala
  instrumentală | melodie instrumentală | instrumentális | instrumentaal | instrumentaali | instrumentaalinen | instrumentalt | instrumental låt
  instrumentalni | инструментал | инструментальная композиция | инструментальная музыка | инструментальный трек | без слов | інструментал
  інструментальна композиція | enstrümantal | bu şarkı enstrümantaldir | enstrümantal parça | ορχηστρικό | אינסטרומנטלי | קטע אינסטרומנטלי | موسيقى
  موسيقى بدون كلمات | بی کلام | musik instrumental | nhạc không lời | không lời | บรรเลง | ดนตรีบรรเลง | インストゥルメンタル | インスト | インスト曲 | 연주곡 | 인스트루멘탈 | 纯音乐
  純音樂 | 纯音乐 请欣赏 | 純音樂 請欣賞 | 纯音乐请欣赏 | 此歌曲为没有填词的纯音乐 请您欣赏 | 此歌曲为没有填词的纯音乐，请您欣赏 | 器乐
`);

export const UNRELEASED = list(`
  unreleased | unreleased song | not released | not yet released | yet to be released | to be released | this song is unreleased
  this song is not yet released | this song is not released | this song has not been released | this song hasnt been released
  this song has yet to be released | this song has not yet been released | the song has not been released | this track has not been released
  this track is unreleased | lyrics for this song have yet to be released
  lyrics for this song have yet to be released please check back once the song has been released | lyrics will be added on release
  lyrics will be added upon release | lyrics will be added once released | lyrics will be added when the song is released
  lyrics will be added once the song is released | lyrics will be available on release | lyrics will be available upon release
  lyrics will be available when the song is released | lyrics will be available once the song is released | lyrics to be added on release
  lyrics to be added upon release | lyrics to be available on release | lyrics to be available upon release | canción no publicada | aún no ha salido
  não lançada | ainda não lançada | pas encore sortie | pas encore sorti | noch nicht veröffentlicht | unveröffentlicht | inedita
  non ancora pubblicata | jeszcze niewydany | еще не вышла | ещё не вышла | песня еще не вышла
`);

export const UNTRANSCRIBED = list(`
  tba | tbc | tbd | na | n a | coming soon | soon | snippet | untranscribed | unknown | lyrics | lyrics soon | lyrics coming soon
  lyrics are coming soon | lyrics from snippet | lyrics from the snippet | lyrics for snippet | lyrics for the snippet | lyrics tba | lyrics tbd
  lyrics n a | lyrics na | lyrics missing | missing lyrics | lyrics needed | need lyrics | lyrics wanted | lyrics unknown | lyrics unavailable
  lyrics are unavailable | lyrics not available | lyrics not yet available | lyrics are not available | lyrics are not yet available
  lyrics arent available | lyrics currently unavailable | lyrics are currently unavailable | lyrics are currently not available
  lyrics not available for this song | lyrics not available for this track | lyrics for this song are not available
  lyrics for this song are unavailable | lyrics for this song have yet to be transcribed | lyrics for this song have not been transcribed
  lyrics for this song havent been transcribed | lyrics for … are not available | lyrics for … not found | lyrics not found
  lyrics not found for this song | lyrics could not be found | lyrics couldnt be found | lyrics not provided | lyrics not added | lyrics not transcribed
  lyrics will be added | lyrics will be added soon | lyrics will be added later | lyrics will be updated | lyrics will be updated soon
  lyrics will be available soon | lyrics to be added | lyrics to be added soon | lyrics to be transcribed | lyrics to come | lyrics pending
  lyrics not yet transcribed | not yet transcribed | not transcribed | not transcribed yet | restricted lyrics | lyrics removed | lyrics deleted
  lyrics have been removed | lyrics removed due to copyright | lyrics removed for copyright reasons | lyrics hidden due to copyright
  lyrics have been removed due to copyright | lyrics go here | insert lyrics here | enter lyrics here | add lyrics here
  you must log in to see the lyrics | please log in to see the lyrics | log in to see the lyrics | sign in to see the lyrics | log in to view lyrics
  404 | 404 not found | error 404 | 404 error | 404 page not found | page not found | 403 | 403 forbidden | error 403 | forbidden | access denied
  429 too many requests | too many requests | internal server error | 500 internal server error | 502 bad gateway | bad gateway
  503 service unavailable | service unavailable | please enable javascript | please enable javascript to continue
  enable javascript and cookies to continue | just a moment | just a moment enable javascript and cookies to continue
  attention required cloudflare | verify you are human | this content is blocked | this content is not available
  lyrics under construction | lyrics in progress | lyrics restricted | to be announced | to be added | to be transcribed | to be determined
  not available | not found | no lyrics available | no lyrics found | no lyrics found for this song | no lyrics found for …
  no lyrics available for this song | no lyrics available for this track | no lyrics available for … | no lyrics for this song
  no lyrics for this track | no lyrics for this song available | no lyrics were found | no lyrics were found for this song | no lyrics have been added
  no lyrics have been added to this song | no lyrics have been submitted | no lyrics have been submitted for this song | no lyrics to display
  no lyrics text found for this track | no text available | the lyrics are not available | the lyrics to this song are not available
  the lyrics for this song are not available | the lyrics for this song are unavailable | the lyrics for … are not available
  the lyrics for … have not been added | these lyrics are not available | there are no lyrics | there are no lyrics available
  there are no lyrics available for this song | there are no lyrics for this song | there are no lyrics to this song | there are no lyrics for …
  we do not have lyrics for this song | we do not have the lyrics | we do not have these lyrics | we do not have the lyrics to this song
  we do not have the lyrics for this song | we do not have the lyrics for this track | we do not have the lyrics for … | we do not have the lyrics to …
  we do not have the lyrics of … | we do not have lyrics for … | we dont have lyrics for this song | we dont have the lyrics | we dont have these lyrics
  we dont have the lyrics to this song | we dont have the lyrics for this song | we dont have the lyrics for … | we dont have the lyrics to …
  we dont have lyrics for … | we dont have any lyrics for … | we havent got the lyrics | we have no lyrics for this song | we have no lyrics for …
  we could not find the lyrics | we could not find lyrics for … | we couldnt find the lyrics | we couldnt find any lyrics
  we couldnt find the lyrics for … | we couldnt find lyrics for … | we couldnt find the lyrics to … | we are not authorized to show these lyrics
  were not authorized to show these lyrics | we are not licensed to display the full lyrics for this song
  we are not licensed to display the lyrics for this song | we are not allowed to display these lyrics due to licensing restrictions
  looks like we dont have the lyrics for this song | looks like we do not have the lyrics for this song
  it looks like we dont have the lyrics for this song | you caught us were still working on getting lyrics for this one
  were working on getting the lyrics for this one | we dont know the lyrics for this one | hang tight lyrics are coming soon | add lyrics
  add lyrics to this song | add the lyrics | add lyrics on musixmatch | add lyrics to musixmatch | help us by adding the lyrics
  be the first to add lyrics | be the first to add the lyrics | be the first to add lyrics to this song | be the first to add the lyrics to this song
  be the first to submit lyrics | be the first to submit the lyrics | be the first to submit lyrics for this song | be the first to contribute lyrics
  submit lyrics | letra no disponible | la letra no está disponible | letra no encontrada | letra próximamente | próximamente | no tenemos la letra
  no tenemos la letra de … | aún no tenemos la letra | aún no tenemos la letra de … | todavía no tenemos la letra | todavía no tenemos la letra de …
  no hay letra | no hay letra disponible | todavía no hay letra | sin letra | letra não disponível | letra indisponível | letra não encontrada
  a letra não está disponível | não temos a letra | não temos a letra de … | não temos a letra da música … | ainda não temos a letra
  ainda não temos a letra de … | ainda não temos a letra da música … | ainda não temos a letra desta música | letra em breve | em breve | sem letra
  paroles non disponibles | paroles indisponibles | les paroles ne sont pas disponibles | les paroles ne sont pas encore disponibles
  paroles introuvables | paroles à venir | paroles bientôt disponibles | nous navons pas les paroles | nous navons pas encore les paroles
  nous navons pas encore les paroles de … | nous navons pas les paroles de … | nous ne disposons pas des paroles | pas de paroles
  pas encore de paroles | aucune parole | aucune parole disponible | à venir | bientôt | bientôt disponible | songtext nicht verfügbar
  songtext nicht vorhanden | songtext nicht gefunden | der songtext ist nicht verfügbar | kein songtext | kein songtext vorhanden
  kein songtext verfügbar | noch kein songtext | noch kein songtext vorhanden | noch kein text vorhanden | kein text vorhanden
  wir haben den songtext nicht | wir haben den songtext noch nicht | wir haben den text noch nicht | wir haben noch keinen songtext
  wir haben den songtext zu … nicht | wir haben den songtext zu … noch nicht | songtext folgt | songtext folgt in kürze | text folgt
  text folgt in kürze | lyrics folgen | demnächst | testo non disponibile | il testo non è disponibile | testo non trovato | testo non presente
  testo in arrivo | nessun testo | nessun testo disponibile | non abbiamo il testo | non abbiamo ancora il testo | non abbiamo ancora il testo di …
  prossimamente | brak tekstu | brak tekstu piosenki | brak słów | tekst niedostępny | tekst piosenki niedostępny | tekst wkrótce
  tekst piosenki wkrótce | wkrótce | nie mamy tekstu | nie mamy tekstu tej piosenki | nie mamy tekstu piosenki … | nie mamy jeszcze tekstu
  nie mamy jeszcze tekstu tej piosenki | nie ma jeszcze tekstu | nie znaleziono tekstu | текст песни отсутствует | текст отсутствует
  текст песни не найден | текст не найден | текст пока не добавлен | текст песни пока не добавлен | текст ещё не добавлен | текст еще не добавлен
  текст скоро будет | текст скоро появится | текст песни скоро появится | у нас нет текста этой песни | у нас пока нет текста этой песни
  у нас нет текста песни … | нет текста | текста нет | текста пока нет | скоро | текст пісні відсутній | текст відсутній | тексту немає | немає тексту
  songtekst niet beschikbaar | songtekst niet gevonden | geen songtekst | geen songtekst beschikbaar | geen songtekst gevonden
  we hebben de songtekst niet | we hebben de songtekst nog niet | we hebben de songtekst van … nog niet | binnenkort | låttext saknas | låttexten saknas
  texten saknas | ingen text | ingen låttext | låttext inte tillgänglig | sangtekst ikke tilgængelig | sangteksten er ikke tilgængelig | ingen sangtekst
  ingen tekst | teksten mangler | sangtekst ikke tilgjengelig | sanoja ei ole saatavilla | sanat puuttuvat | ei sanoja | text není k dispozici
  text nie je k dispozícii | text písně není k dispozici | nincs dalszöveg | a dalszöveg nem elérhető | dalszöveg nem található | versuri indisponibile
  versurile nu sunt disponibile | nu avem versurile | tekst nije dostupan | текст није доступан | текстът не е наличен | şarkı sözleri bulunamadı
  sözler yakında | şarkı sözleri yakında | şarkı sözü bulunamadı | şarkı sözleri mevcut değil | sözler mevcut değil | sözleri henüz eklenmedi | şarkı sözleri henüz eklenmedi | şarkı sözü yok
  sözü yok | yakında | οι στίχοι δεν είναι διαθέσιμοι | δεν υπάρχουν στίχοι | lirik belum tersedia | lirik tidak tersedia | lirik tidak ditemukan
  belum ada lirik | chưa có lời | chưa có lời bài hát | lời bài hát đang được cập nhật | đang cập nhật | ไม่มีเนื้อเพลง | ยังไม่มีเนื้อเพลง
  الكلمات غير متوفرة | كلمات الأغنية غير متوفرة | لا توجد كلمات | متن آهنگ موجود نیست | המילים אינן זמינות | אין מילים | अभी बोल उपलब्ध नहीं हैं
  歌詞はありません | 歌詞はまだありません | 歌詞がありません | 歌詞が見つかりません | 歌詞は見つかりませんでした | 歌詞なし | 歌詞準備中 | 가사가 없습니다 | 가사 없음 | 가사 준비중 | 가사 준비 중입니다 | 등록된 가사가 없습니다 | 暂无歌词 | 暫無歌詞 | 没有歌词 | 沒有歌詞
  歌词未提供 | 无歌词 | 未找到歌词 | 找不到歌詞 | 歌词正在制作中
`);
