import { ModelTool } from './model.js';

const text = (description: string) => ({ type: 'string', description });

const LINES = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      product_id: text('identifiant'),
      variant_id: text('identifiant de la variante'),
      size: text('taille demandée'),
      color: text('couleur demandée'),
      quantity: { type: 'integer', minimum: 1 },
    },
    required: ['product_id', 'quantity'],
  },
};

/** The tools as the model sees them. None takes a total, a seller or a customer, and no price but the one she asks for: those are bound on the server. */
export const TOOLS: ModelTool[] = [
  {
    name: 'search_catalogue',
    description: 'Cherche des articles de la boutique par nom, marque ou genre. Rend les prix et le stock du moment.',
    parameters: { type: 'object', properties: { query: text('ce que le client cherche') }, required: ['query'] },
  },
  {
    name: 'check_stock',
    description: "Prix et stock d'un article précis, par ses identifiants rendus par search_catalogue.",
    parameters: {
      type: 'object',
      properties: { product_id: text('identifiant'), variant_id: text("identifiant de la variante, s'il y en a") },
      required: ['product_id'],
    },
  },
  {
    name: 'grant_price',
    description:
      "Le client marchande : demande à la boutique un meilleur prix pour un article. La boutique décide et rend le prix accordé, à dire au client, ou un refus. N'annonce jamais un rabais qui n'a pas été accordé ici.",
    parameters: {
      type: 'object',
      properties: {
        product_id: text('identifiant'),
        variant_id: text("identifiant de la variante, s'il y en a"),
        asked_price: { type: 'integer', minimum: 1, description: 'prix que le client a lui-même écrit, en FCFA' },
      },
      required: ['product_id'],
    },
  },
  {
    name: 'show_photo',
    description: "Envoie avec ta réponse la photo d'un article, quand le client veut le voir.",
    parameters: { type: 'object', properties: { product_id: text('identifiant') }, required: ['product_id'] },
  },
  {
    name: 'delivery_fee',
    description:
      'Frais de livraison pour une commune. Rend « inconnu » quand aucun livreur ne la couvre : ne jamais inventer de frais.',
    parameters: { type: 'object', properties: { place: text('commune ou quartier') }, required: ['place'] },
  },
  {
    name: 'order_status',
    description:
      'État de la dernière commande du client, ses articles, ce que la boutique a noté comme payé et ce qui reste à payer ; « open » : ses commandes en cours, quand il y en a plusieurs. Nomme alors chacune par son numéro, et demande laquelle quand le client ne le dit pas.',
    parameters: { type: 'object', properties: {} },
  },
  {
    name: 'set_address',
    description: "Retient l'adresse de livraison telle que le client l'a écrite (commune, quartier, repère).",
    parameters: {
      type: 'object',
      properties: { address: text('adresse, mots du client'), phone: text('autre numéro à appeler, si le client en donne un') },
      required: ['address'],
    },
  },
  {
    name: 'set_receiver',
    description: "Quelqu'un d'autre reçoit le colis : retient son nom, et le numéro que le livreur doit appeler.",
    parameters: {
      type: 'object',
      properties: {
        name: text('nom ou lien, mots du client (« ma sœur Awa »)'),
        phone: text('son numéro, si le client en donne un'),
      },
    },
  },
  {
    name: 'tell_courier',
    description:
      "Retient un mot pour le livreur avec la commande à passer (« appeler avant d'arriver », « laisser au gardien »). Pour une commande déjà passée : pass_on.",
    parameters: { type: 'object', properties: { note: text('mots du client, 120 caractères au plus') }, required: ['note'] },
  },
  {
    name: 'propose_order',
    description:
      "Remplace le panier par ces articles et, si l'adresse est connue, montre au client le récapitulatif avec les boutons Confirmer et Annuler.",
    parameters: {
      type: 'object',
      properties: {
        lines: LINES,
      },
      required: ['lines'],
    },
  },
  {
    name: 'confirm_order',
    description: "Enregistre la commande du récapitulatif ouvert. N'a d'effet que si le client vient lui-même de confirmer.",
    parameters: { type: 'object', properties: {} },
  },
  {
    name: 'cancel_draft',
    description: 'Abandonne le panier en cours quand le client ne veut plus rien.',
    parameters: { type: 'object', properties: {} },
  },
  {
    name: 'change_order',
    description:
      "Demande à la boutique de changer l'adresse ou le numéro à appeler d'une commande déjà passée qui n'est pas partie. La boutique confirme elle-même au client : ne dis pas que c'est fait.",
    parameters: {
      type: 'object',
      properties: { address: text('nouvelle adresse, mots du client'), phone: text('nouveau numéro, si le client en donne un') },
    },
  },
  {
    name: 'propose_change',
    description:
      "Montre au client ce que devient sa commande déjà passée (article ajouté, retiré ou remplacé), avec son nouveau total, et lui demande son accord : donne TOUS les articles qu'elle doit contenir.",
    parameters: { type: 'object', properties: { lines: LINES }, required: ['lines'] },
  },
  {
    name: 'pass_on',
    description:
      "Prévient le vendeur d'une demande que lui seul peut satisfaire (facture, autre heure de livraison, mot pour le livreur, autre moyen de paiement, paiement annoncé, échange, venir chercher à la boutique) ; tu continues de répondre au client.",
    parameters: { type: 'object', properties: { wish: text('ce que le client demande, en quelques mots') }, required: ['wish'] },
  },
  {
    name: 'hand_over',
    description: 'Passe la conversation au vendeur et te tait : le client demande une personne, ou se plaint.',
    parameters: { type: 'object', properties: { reason: text('pourquoi, en quelques mots') }, required: ['reason'] },
  },
];
