import { html, nothing } from '../../statistics/report/markup.ts'
import { noticeText as text } from '../text/fr/notice.ts'
import { facts, paperPage, paragraphs, type Paper } from './paper.ts'

/** The collection notice in plain words, to be read with the person. */
export const noticePage = (paper: Paper, retentionMonths: number): string =>
  paperPage(paper, {
    title: text.title,
    subtitle: text.subtitle,
    law: text.shortLaw,
    body: html`<div class="aloud">
        ${text.articles(paper.organization, text.months(retentionMonths)).map(
          (article) =>
            html`<section class="article">
              <h2>${article.heading}</h2>
              ${paragraphs(article.paragraphs)}
              ${
                article.points.length === 0
                  ? nothing
                  : html`<ul>
                      ${article.points.map((point) => html`<li>${point}</li>`)}
                    </ul>`
              }
            </section>`,
        )}
      </div>
      ${facts([
        { name: text.readTo, value: '' },
        { name: text.copyGiven, value: '' },
      ])}`,
  })
