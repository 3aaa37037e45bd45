import { html } from '../../statistics/report/markup.ts'
import { assessmentText as text } from '../text/fr/assessment.ts'
import { noticeText } from '../text/fr/notice.ts'
import { facts, paperPage, type Paper } from './paper.ts'

/** The privacy assessment, with the organization’s data where they are known and lines to fill where they are not. */
export const assessmentPage = (paper: Paper, retentionMonths: number): string =>
  paperPage(paper, {
    title: text.title,
    subtitle: text.subtitle,
    law: text.law,
    body: [
      html`<p class="lead">${text.note}</p>`,
      ...text.parts(paper.organization, noticeText.months(retentionMonths)).map(
        ({ heading, text: said, answers }) =>
          html`<section class="article">
            <h2>${heading}</h2>
            <p>${said}</p>
            ${facts(answers.map(({ question, answer }) => ({ name: question, value: answer })))}
          </section>`,
      ),
    ],
  })
