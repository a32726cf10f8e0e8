import { groupLines } from './group-lines.js';
import { MOST_LINES, readFile } from './read-file.js';

const problemsOf = (csv: string) => {
  const { lines, problems } = readFile(csv);
  groupLines(lines, problems);
  return problems.map(({ line, column, problem }) => [line, column, problem]);
};

describe('a catalogue written as CSV', () => {
  it('is read with commas or semicolons, a byte order mark, and headers in any accents and capitals', () => {
    const said = [{ line: 2, nom: 'Crème, douce', prix: 3_000, stock: 5, seuil_alerte: 2, actif: false }];
    expect(readFile('\uFEFFNOM;Prix;Stock;Seuil_Alerte;Actif\r\nCrème, douce;3 000;5;2;Non\r\n').lines).toEqual(said);
    expect(readFile('nom,prix,stock,seuil d\'alerte,actif\n"Crème, douce",3000,5,2,non\n').lines).toEqual(said);
  });

  it('counts lines as an editor does, blank ones and breaks inside a cell included', () => {
    const csv = 'nom,prix,stock,description\n\nA,1,1,"deux\nlignes"\n,,,\nB,x,1,\n';
    expect(problemsOf(csv)).toEqual([[6, 'prix', expect.stringContaining('« x »')]]);
    expect(readFile(csv)).toMatchObject({ count: 2, lines: [{ line: 3, description: 'deux\nlignes' }] });
  });

  it('names every cell that is wrong, with its line and column', () => {
    expect(problemsOf('nom;prix;stock;taille;remise\n')).toEqual([[1, 'remise', 'colonne inconnue']]);
    expect(problemsOf('nom;prix;prix\n')).toEqual([
      [1, 'prix', 'colonne en double'],
      [1, 'stock', 'colonne absente'],
    ]);
    expect(problemsOf('nom;prix;stock\n;45,5;-1\nB;1\nC;1;1;x\n***;1;1')).toEqual([
      [2, 'prix', expect.any(String)],
      [2, 'stock', 'une quantité ne peut pas être négative'],
      [2, 'nom', 'cette cellule est obligatoire'],
      [3, 'stock', 'cette cellule est obligatoire'],
      [4, 'colonne 4', 'cette cellule est sous aucune colonne connue'],
      [5, 'nom', 'cette cellule est obligatoire'],
    ]);
  });

  it('may not contradict itself about one product', () => {
    const header = 'nom;prix;stock;taille;couleur;description\n';
    expect(problemsOf(`${header}Nike;1;1;38;;belle\nNIKE ;1;1;39;;moche\nnike;1;1;38;;`)).toEqual([
      [3, 'description', 'ne dit pas la même chose que la ligne 2, qui est du même produit'],
      [4, 'taille', 'cette taille et cette couleur sont déjà à la ligne 2'],
    ]);
    expect(problemsOf(`${header}Nike;1;1;;noir;\nNike;1;1;;;`)).toEqual([
      [3, 'taille', 'ce produit a plusieurs lignes : chacune a une taille ou une couleur'],
    ]);
    expect(problemsOf(`${header}Nike;1;1;;Noir;\nNike;2;1;;noir ;`)).toHaveLength(1);
  });

  it('that cannot be read at all says why', () => {
    expect(problemsOf('')).toEqual([[1, 'fichier', 'le fichier est vide']]);
    expect(problemsOf('nom;prix;stock\n"A;1;1\nB;1;1\n')).toEqual([
      [expect.any(Number), 'fichier', "un guillemet ouvert n'est jamais fermé"],
    ]);
    expect(problemsOf('n\0o\0m\0')).toEqual([[1, 'fichier', "le fichier n'est pas en UTF-8"]]);
    expect(problemsOf('nom;prix;stock\nÉcran 15" plat;1;1')).toEqual([]);
  });

  it('has at most 2,000 lines', () => {
    const lines = (count: number) => `nom,prix,stock\n${'A,1,1\n'.repeat(count)}`;
    expect(readFile(lines(MOST_LINES)).count).toBe(MOST_LINES);
    expect(() => readFile(lines(MOST_LINES + 1))).toThrow(
      expect.objectContaining({ code: 'IMPORT_TOO_LONG', kind: 'invalid', facts: { lines: 2_001, most: 2_000 } }),
    );
  });
});
