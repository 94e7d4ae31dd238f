/** What a page says of itself: title, publisher, date and author from JSON-LD, meta tags and the like, the most explicit first. */
import type { Fields } from '../report.ts'
import type { PageDocument } from './dom.ts'

/** The fields a page gives; those it does not give are missing. */
export function metaOf(document: PageDocument): Fields {
  const linked = articlesIn(document)
  const meta = (...names: string[]): string | undefined => {
    for (const name of names)
      for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
        const content = document.querySelector(`meta[${key}="${name}" i]`)?.getAttribute('content')?.trim()
        if (content) return content
      }
    return undefined
  }
  const ld = (pick: (article: Record<string, unknown>) => unknown): string | undefined => {
    for (const article of linked) {
      const value = nameOf(pick(article))
      if (value) return value
    }
    return undefined
  }
  const fields: Record<string, string | undefined> = {
    title:
      ld((it) => it.headline) ??
      meta('og:title', 'twitter:title', 'dc.title') ??
      document.querySelector('h1')?.textContent?.trim() ??
      document.title?.trim(),
    publisher: ld((it) => it.publisher) ?? meta('og:site_name', 'application-name', 'dc.publisher'),
    published:
      ld((it) => it.datePublished) ??
      meta(
        'article:published_time',
        'datePublished',
        'og:published_time',
        'parsely-pub-date',
        'sailthru.date',
        'pubdate',
        'publish-date',
        'publishdate',
        'dc.date.issued',
        'dc.date',
        'dcterms.created',
        'date',
        'article.published',
        'rbpubdate',
        'cXenseParse:recs:publishtime',
      ) ??
      document
        .querySelector('time[pubdate], time[itemprop="datePublished"], [itemprop="datePublished"]')
        ?.getAttribute('datetime') ??
      undefined,
    author: ld((it) => it.author) ?? meta('author', 'article:author', 'parsely-author', 'dc.creator', 'byl'),
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value))
}

const ARTICLE = /Article|Posting|Report$/

/** Every JSON-LD object of the page whose type is an article. */
function articlesIn(document: PageDocument): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = []
  const visit = (value: unknown, depth: number): void => {
    if (value === null || typeof value !== 'object' || depth > 4) return
    if (Array.isArray(value)) for (const item of value.slice(0, 50)) visit(item, depth + 1)
    else {
      const object = value as Record<string, unknown>
      const types = Array.isArray(object['@type']) ? object['@type'] : [object['@type']]
      if (types.some((type) => typeof type === 'string' && ARTICLE.test(type))) found.push(object)
      visit(object['@graph'], depth + 1)
      visit(object.mainEntity, depth + 1)
    }
  }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      visit(JSON.parse((script.textContent ?? '').replace(/\s/g, ' ')), 0)
    } catch {}
  }
  return found
}

/** The name in a JSON-LD value: a string, an object with a name, or the first of a list. */
function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (Array.isArray(value)) return value.slice(0, 5).map(nameOf).filter(Boolean).join(', ') || undefined
  if (value !== null && typeof value === 'object') return nameOf((value as Record<string, unknown>).name)
  return undefined
}

/** The article's words where JSON-LD carries them, else nothing. Markup in it is left out. */
export function articleBody(document: PageDocument): string {
  for (const { articleBody: body } of articlesIn(document))
    if (typeof body === 'string' && body.length > 200) return body.replace(/<[^>]{0,500}>/g, ' ').trim()
  return ''
}
