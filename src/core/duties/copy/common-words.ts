/**
 * Words of any French sentence, folded. Alone, with a capital because they begin it, they point at nobody: not as a part of a
 * name (« Deux » of « Deux cafés »), and not as a slip away from one either, since whoever reads them reads an ordinary
 * word. Nothing that is also a given name or the stuff of a nickname
 * may stand here: grâce, matin, jour, seul, son.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
  a ai ailleurs ainsi alors apres as assez au aucun aucune aujourd aupres auquel aurait aussi autant autour autre autres
  aux avaient avait avant avec avez avoir avons beaucoup besoin bientot ca car ce ceci cela celle celles celui cependant
  certaines certains ces cet cette ceux chacun chacune chaque chez cinq combien comme comment contre dans de debut deja depuis
  derriere des desormais deux devant devra devrait dire dit dix doit doivent donc dont du durant elle elles en encore enfin
  ensemble ensuite entre environ est et etaient etait etant etc ete etre eu eux faire fait faut font hors huit ici il ils
  jamais je jusqu jusque la laisse laquelle le lequel les lesquels leur leurs lieu loin lors lorsqu lorsque lui ma madame
  mademoiselle maintenant mais mal malgre me meme memes mes mieux moi moins mois mon monsieur ne ni non nos notre nous on ont
  or ou oui par parce parfois parle parlent parler parmi part partout pas pendant peu peut peuvent plus plusieurs plutot pour
  pourquoi pourra pourrait pourtant pouvait pres presque puis puisque quand quant quatre que quel quelle quelles quelqu quelque
  quelques quels qui quinze quoi rappeler rendez revenir reviendra revient revoir rien sa sait sans sauf se semaine semble sept
  serait ses seulement si sinon six soit sommes sont sous souvent sur surtout ta tandis tant tard tel telle tellement tes
  toi ton tot toujours tous tout toute toutefois toutes tres trois trop un une va vais vas venir venu venue vers veulent veut
  viennent vient voici voila voir voit vont vos votre voudrait voulait vous vraiment vu y
  `
    .trim()
    .split(/\s+/u),
)
