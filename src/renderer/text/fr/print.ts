/** Of what prints: its preview. */
export const print = {
  preview: 'Aperçu',
  previewOf: 'Aperçu : {{title}}',
  toPreview: 'Voir l’aperçu',
  drawing: 'Mise en page…',
  pages_one: '{{count}} page',
  pages_other: '{{count}} pages',
  page: 'Page {{number}} sur {{count}}',
  smaller: 'Réduire l’aperçu',
  fullWidth: 'Pleine largeur',
  larger: 'Agrandir l’aperçu',
  save: 'Enregistrer le PDF',
  saveAs: 'Enregistrer le PDF…',
} as const
