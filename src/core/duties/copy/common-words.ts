/**
 * Words of any French sentence, folded. Alone, with a capital because they begin it, they point at nobody: not as a part of a
 * name (« Deux » of « Deux cafés »), and not as a slip away from one either, since whoever reads them reads an ordinary
 * word. No given name, nickname, garment, trade or place may stand here.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
  a ai ailleurs ainsi alors apres as assez au aucun aucune aujourd aupres auquel aura aurait aussi autant autour autre autres aux
  avaient avait avant avec avez avoir avons beaucoup besoin bientot ca car ce ceci cela celle celles celui cependant certaines
  certains ces cet cette ceux chacun chacune chaque chez cinq combien comme comment contre dans de debut deja demain depuis
  derriere des desormais deux devant devra devrait dire dit dix doit doivent donc dont du durant elle elles en encore enfin
  ensemble ensuite entre environ est et etaient etait etant etc ete etre eu eux faire fait faut font grace hier hors huit ici il
  ils jamais je jour jusqu jusque la laisse laquelle le lendemain lequel les lesquels leur leurs lieu loin lors lorsqu lorsque lui
  ma madame mademoiselle maintenant mais mal malgre matin me meme memes mes midi mieux moi moins mois mon monsieur ne neuf ni non
  nos notre nous nouveau nouvelle nuit on ont or ou oui par parce parfois parle parlent parler parmi part partout pas pendant peu
  peut peuvent plus plusieurs plutot pour pourquoi pourra pourrait pourtant pouvait premier premiere pres presque prochain
  prochaine puis puisque quand quant quatre que quel quelle quelles quelqu quelque quelques quels qui quinze quoi rappeler refuse
  rendez reste revenir reviendra revient revoir rien sa sait sans sauf se semaine semble sept sera serait ses seul seule seulement
  si sinon six soir soit sommes son sont sous souvent suite sur surtout ta tandis tant tard tel telle tellement tes toi ton tot
  toujours tous tout toute toutefois toutes tres trois trop un une va vais vas venir venu venue vers veulent veut viennent vient
  voici voila voir voit vont vos votre voudrait voulait vous vraiment vu y
  `
    .trim()
    .split(/\s+/u),
)
