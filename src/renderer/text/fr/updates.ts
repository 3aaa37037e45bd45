export const updates = {
  tab: 'Mises à jour',
  title: 'Filigrane {{version}}',
  note: 'Filigrane ne va jamais sur Internet : il ne cherche pas de mise à jour et n’en télécharge pas. Votre organisme vous en remet une dans un fichier, sur une clé USB par exemple. Filigrane vérifie qui l’a signée et que rien n’y a changé, puis fait une copie de votre carnet avant de la laisser s’installer.',
  noKey: 'Cette version ne peut vérifier aucune mise à jour',
  noKeyText:
    'Elle a été construite sans clé. Pour changer de version, installez la nouvelle comme la première fois : votre organisme vous la remet en main propre.',
  choose: 'Choisir une mise à jour…',
  checking: 'Vérification de la mise à jour',
  checkingText: 'Vous pouvez annuler : rien n’est installé.',
  found: 'Mise à jour {{version}}',
  sound: 'Signature vérifiée',
  soundText: '« {{name}} », {{size}}, est bien celle que votre organisme a signée.',
  changes: 'Ce qui change',
  backupStep: 'D’abord, une copie du carnet',
  backupText:
    'Une mise à jour peut réorganiser le carnet. Si quelque chose allait mal, cette copie vous le rendrait tel qu’il est maintenant.',
  backup: 'Faire une copie…',
  backedUp: 'Copie faite et relue : « {{name}} ».',
  installStep: 'Ensuite, l’installation',
  installText:
    'Le carnet se verrouille, Filigrane se ferme et l’installation commence. Rouvrez ensuite Filigrane comme d’habitude.',
  install: 'Fermer et installer',
  preparing: 'Dernière vérification',
  preparingText: 'La copie et la mise à jour sont relues. Vous pouvez annuler : rien n’est installé.',
  licences: 'Logiciels libres',
  licencesNote:
    'Filigrane est un logiciel libre, sous licence MIT. Il est fait avec le travail d’autres : leurs noms et leurs licences sont ici, en entier.',
  showLicences: 'Voir les licences',
  licencesText: 'Licences, en entier',
} as const
