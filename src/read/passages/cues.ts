/**
 * The words and shapes by which captions, credits and site furniture are known.
 * Each pattern is tried on the first or last few hundred characters of a block only.
 * What follows from a match is decided in roles.ts.
 */

const AGENCY =
  '(?:AP|AFP|Reuters|Associated Press|The Associated Press|Agence France-Presse|EPA|UPI|DPA|Xinhua|TASS|RIA Novosti|Anadolu(?: Agency)?|AA|SANA|IRNA|Getty(?: Images)?|CNN|BBC(?: News)?|NPR|Al[ -]Jazeera|Bloomberg|Kyodo|PTI|ANI|IANS|WAM|KUNA|NNA|Petra|Wikinews|Wikimedia(?: Commons)?)'
const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?`
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'

/** A block that opens as a caption does. Letters are what is no space, digit or mark: `\p{L}` without regard to case is slow to set up. */
export const CAPTION_OPENING =
  /^(?:(?:Photo |Image |Picture |File )?caption|Photo(?:graph)?|Picture|Pictured(?: (?:above|below|here))?|Image|File(?: photo| image| picture)?)\s*[:|]|^FILE(?: PHOTO)?\s*[-–—:]|^image (?:caption|copyright|source)\b|^©\s*[^\s\d!-/:-@[-`{-~]+ [^\s\d!-/:-@[-`{-~]+.{20}|^Credit\s?\.\.\.|^(?:In|On) (?:this|an?)\b.{0,60}?\b(?:file |handout |satellite |aerial )?(?:photo|image|picture|photograph|frame grab|video grab|screen ?grab)\b|^An? (?:file|handout|undated|still|satellite) (?:photo|image|picture|handout)/i

/** A caption's credit, anywhere near the end. */
export const PHOTO_CREDIT = new RegExp(
  String.raw`\b(?:(?:photo|image|picture)(?:graph)?(?:s)?\s*(?:credit|courtesy|by|:|/|©)|${AGENCY} (?:file )?photos?\b|file (?:photo|image|picture)\b|photo(?:graph)?:|handout (?:via|photo)|via ${AGENCY}\s*[)\]]?$)|/ ?(?:Getty|AFP|AP|Reuters|EPA)\b|\bGetty Images\b|[([](?:photo|image|picture|credit|file|courtesy)\b[^)\]]{0,80}[)\]]\.?$|[([]${AGENCY}\s*/[^)\]]{1,60}[)\]]\.?$|\[(?:File: ?)?${AGENCY}[^\]]{0,40}\]$|[^.!?\"”’]\s?\(${AGENCY}\)$|\bREUTERS/[^\s\d]+ [^\s\d]+$|[.\"”]\s+Credit: ?[^\s\d]+ [^\s\d]+(?: [^\s\d]+)?$`,
  'i',
)

/** "…, Iraq, Friday, Oct. 21, 2016." closing a sentence: the house style of photo captions. */
export const CAPTION_DATE = new RegExp(String.raw`, (?:on )?${WEEKDAY},? ${MONTH} \d{1,2}, \d{4}\.(?:\s|$)`)

/** One sentence that ends in the day it shows: "…, Estland, May 3, 2014." Reports say "on May 3, 2014". */
export const CAPTION_END = new RegExp(String.raw`^[^.!?]{20,}, ${MONTH} \d{1,2}, \d{4}\.$`)

const ACTS =
  'stand|sit|walk|look|hold|wait|watch|pose|pray|rest|sleep|play|queue|ride|inspect|salute|wave|mourn|weep|gather|lie|search|patrol|line'
const MANY =
  'People|Residents|Children|Women|Men|Boys|Girls|Soldiers|Troops|Fighters|Police|Refugees|Villagers|Migrants|Mourners|Protesters|Demonstrators|Supporters|Workers|Firefighters|Volunteers|Survivors|Families|Patients|Houses|Cars|Coffins|Tents|Trucks|Tanks|Two|Three|Four|Five|Six|Several|Dozens|Hundreds|Members|Displaced|Rescue|Aid|Health|Local|Young'
const SCENE_WORDS = String.raw`(?: [\p{L}\p{N}'’-]+){0,7}? `
const SCENE_DOING = String.raw`(?:stand|sitt|walk|look|hold|wait|watch|pray|rest|sleep|play|queu|rid|inspect|salut|wav|mourn|weep|gather|ly|search|patroll|carry|lin)ing|being \p{Ll}+ed|(?:is |are )?seen`
const SCENE_WHERE = String.raw`(?: \p{Ll}+)*? (?:in|into|at|near|outside|inside|on|over|under|among|beside|through|along) `

/** What a picture shows and where, told in the present of somebody without a name: "A boy stands among ruins in Tarsen". */
export const SCENE = new RegExp(
  `^(?:An?${SCENE_WORDS}(?:(?:${ACTS}|watche)s|carries|${SCENE_DOING})|(?:${MANY})${SCENE_WORDS}(?:${ACTS}|carry|${SCENE_DOING}))${SCENE_WHERE}`,
  'u',
)

/** A byline, source or contribution line. */
export const CREDIT =
  /^[-–—([]?\s*(?:story by|words by|(?:additional )?(?:reporting|writing|research|editing) by|(?:written|compiled|edited|reported|summarized|summarised|translated|posted) by|photos?(?:graphs)? by|text (?:by|from)|sources?\s*:|via\s*:|credit\s*:|author\s*:|contribut(?:ing|ors?)\s*:|photo(?:graph)?s?\s*:\s*\S+(?: \S+){0,3}$)|^©\s*(?!\d|copyright)[^\s\d]+(?: [^\s\d]+){1,4}$/i
export const CONTRIBUTED =
  /\b(?:contributed to (?:this|the) (?:report|story|article)|contributed reporting|reported from [A-Z]|with (?:reporting|files) from)\b/
export const AGENCY_ALONE = new RegExp(
  String.raw`^[-–—(\[]*\s*(?:©\s*)?${AGENCY}(?:\s*(?:[,/&+]|and)\s*${AGENCY})*\s*[)\]]?\.?$`,
  'i',
)
/** "By" and up to five capitalised words, or a writer's own line; tried on plain letters (`plainLetters`). */
export const BYLINE = new RegExp(
  String.raw`^By [A-ZÉ][A-Za-zÉé.'’-]+ [A-ZÉ].{0,90}[^.!?"”’]$|^By (?:the )?[A-ZÉ][A-Za-zÉé'’.-]*(?:[ ,]+(?:and |of |for |the |de |al-|bin |el )?[A-ZÉ][A-Za-zÉé'’.-]*){0,9},?(?: in [A-ZÉ][A-Za-zÉé]+)?$|^(?:The )?${AGENCY} (?:writer|correspondent|journalist|reporter)s?\b|^[A-ZÉ][A-Za-zÉé'’. -]{3,40}, (?:[A-ZÉ][A-Za-zÉé.]+ ){1,4}(?:Writer|Reporter|Correspondent|Editor)s?$|^(?:Staff|Wire|News) (?:Reports?|Writers?|Service)$`,
)

/** Lines of site furniture, whatever the story. */
export const BOILERPLATE =
  /^(?:for immediate release|download (?:pdf|file|image|app|our)|(?:click|tap|scroll|swipe) |share (?:this|on|via|with)?\b.{0,30}$|tweet$|print$|e-?mail$|save$|comments?(?: \(\d+\))?$|leave a (?:comment|reply)|post a comment|(?:\d+ )?(?:shares?|comments|views|likes)$|follow (?:us|him|her|them|[A-Z@]\S* (?:\S+ ){0,3}on)\b|see (?:these|more|all|our) .{0,40}(?:photos?|images?|stories|coverage|apimages)|subscribe|sign (?:up|in)|log in|register|newsletter|get (?:the|our) (?:latest|app|newsletter|daily)|advertisements?$|sponsored|promoted|story continues|continue reading|article continues|(?:all )?rights reserved|copyright|©\s?(?:\d{4}|copyright)|\(c\) \d{4}|terms (?:of|and)|privacy|cookies?\b|this (?:material|article|story|site|website|video|content|report|page) (?:may not|is (?:licensed|protected|supported|published)|uses|was (?:originally|first))|written content on this site|the views expressed|read (?:the )?(?:full|original|next|the rest)|(?:story|article|key) (?:highlights|tools)$|media playback|(?:watch|video|audio|listen|gallery|photos|slideshow|live)\s*[:|]?$|(?:last )?(?:updated|modified) (?:at|on)?\s*$|loading|skip to|back to top|menu$|search$|tags?\s*[:|]|filed under|topics?\s*:|#{3,}|-?\s?(?:30|end|ends)\s?-?$|\*{3,}|[-=_]{3,}|[\d-]{4,}-[A-Z]{1,3}-\d{2,4}$)|^(?:caption|close|menu|\d{1,3}|(?:image )?\d{1,3} (?:of|\/) (?:\/ )?\d{1,3}|(?:https?:\/\/|www\.|twitter\.com\/)\S+|\S+@\S+\.\w+|listen to .{0,30} live .{0,60}|.{0,60}\bmay earn .{0,30}commission.{0,80}|the contents of this (?:site|page) .{0,140}|make \S+ my homepage|like this story.{0,40}|reach the reporters.{0,80}|follow \S+ (?:full )?coverage .{0,80}|\(graphic: .{0,80})$|\bby clicking here$|\bfor immediate release\b|\ball rights reserved\b|\bmay not be (?:published|reproduced|redistributed)\b/i

/** Headings under which links to other stories stand. */
export const RELATED =
  /^(?:related|read (?:more|also|next)|also read|see also|more (?:on|from|about|stories|news|coverage|in)|(?:you )?(?:may|might) (?:also )?like|recommended|most (?:read|popular|viewed|shared)|trending|popular|top stories|don['’]t miss|topic in[- ]depth|in[- ]depth|latest (?:news|stories)|editors?['’]s? (?:picks?|choice)|up next|must read|further reading|around the web|from (?:the web|around)|what (?:to read|others are)|elsewhere|watch)\b.{0,40}$|^more\s*:$/i

/** A link to another story that says so in its own line. */
export const LINK_LINE =
  /^(?:read more|read also|read|see also|also read|related(?: (?:story|article|content|coverage|news))?|more|watch|video|photos|opinion|analysis|listen|explainer|don['’]t miss|recommended|in pictures)\s*(?::|\||»|>|–|—| - )\s*\S|^(?:>>|»|►|▶|➤)|^(?:also )?on \S+\.\w+(?::| )\s*\S/i

/** Words that a line of nothing but date and time is made of. */
export const STAMP =
  /^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|urday|sday)?$|^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*$|^\d{1,4}(?:st|nd|rd|th)?$|^\d{1,2}[:.h]\d{2}(?:[ap]m)?$|^\d{1,2}[ap]m$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:t[\d:.z+-]+)?$|^(?:am|pm|a\.m|p\.m|est|edt|et|cst|cdt|pst|pdt|gmt|utc|bst|ist|cet|uk|local|time|published|updated|posted|modified|created|first|last|date|added|on|at|the|of|in|ago|min|mins|minutes?|hours?|hrs?|days?|weeks?|yesterday|today|cbs|cnn|bbc|nbc|abc|news|reuters|ap|afp)$/
