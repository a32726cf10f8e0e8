import type { RECIPIENT_ROLES } from '#contracts';

/** A notice's wording. `{…}` stand for values; the same text is stored, shown to the seller and registered with WhatsApp. */
export interface NoticeTemplate {
  to: (typeof RECIPIENT_ROLES)[number];
  /** The seller cannot turn it off: without it he would lose access, mail or events and not know. */
  fixed?: true;
  title: string;
  text: string;
  /** Values that show Meta's reviewers what the text looks like, in the order of the text. */
  examples: readonly string[];
  /** Quick replies, at most 25 characters each. */
  buttons?: readonly string[];
  /** Name with Meta. A changed text needs a new name: Meta reviews it again, and messages on their way keep the old one. */
  whatsAppName: string;
}

/**
 * Language and category under which all of them are registered. The two that carry a code are `UTILITY` like the rest: around a code, Meta's category
 * `AUTHENTICATION` allows only its own sentence with the code for at most 90 minutes, and the reset names the person and the moment it ends, the invitation
 * who invites to what, for a week.
 */
export const TEMPLATE_LANGUAGE = 'fr';
export const TEMPLATE_CATEGORY = 'UTILITY';

/** Every notice there is, by its kind (`type_notification`). WhatsApp refuses a text that begins or ends with a value. */
export const TEMPLATES = {
  nouvelle_commande: {
    to: 'seller',
    title: 'Nouvelle commande reçue',
    text: '{client} a commandé {articles} - Total: {total} FCFA',
    examples: ['Aminata Traoré', '1x Nike Air Max 90', '45.000'],
    whatsAppName: 'fluxasync_nouvelle_commande_1',
  },
  commande_annulee: {
    to: 'seller',
    title: 'Commande annulée',
    text: '{numero} de {client} ({total} FCFA) est annulée. Motif : {motif}.',
    examples: ['CMD-20261122-000001', 'Aminata Traoré', '45.000', 'le client a changé d’avis'],
    whatsAppName: 'fluxasync_commande_annulee_1',
  },
  livraison_confiee: {
    to: 'courier',
    title: 'Nouvelle livraison',
    text: '{numero} : {colis}. À récupérer : {depart}. À livrer : {destination}, {creneau}. Client : {client}, {telephone}. À encaisser : {montant} FCFA.',
    examples: [
      'CMD-20261122-000001',
      '1x Nike Air Max 90',
      'Abobo, Magasin Kouadio Chaussures',
      'Cocody, Angré 7ème tranche, Villa 123',
      'lundi 23 novembre à 14:00',
      'Aminata Traoré',
      '+225 05 98 76 54 32',
      '47.000',
    ],
    buttons: ['Colis récupéré', 'Livré et encaissé', 'Livraison impossible'],
    whatsAppName: 'fluxasync_livraison_confiee_1',
  },
  livraison_prevue: {
    to: 'customer',
    title: 'Livraison prévue',
    text: 'Bonjour {client}, votre commande {numero} chez {boutique} sera livrée {creneau} par {livreur}. Montant à payer à la livraison : {montant} FCFA.',
    examples: [
      'Aminata Traoré',
      'CMD-20261122-000001',
      'Kouadio Chaussures',
      'lundi 23 novembre à 14:00',
      'Mamadou Diabaté',
      '47.000',
    ],
    whatsAppName: 'fluxasync_livraison_prevue_1',
  },
  livraison_annulee: {
    to: 'courier',
    title: 'Livraison annulée',
    text: '{numero} pour {client} n’est plus à livrer. Motif : {motif}.',
    examples: ['CMD-20261122-000001', 'Aminata Traoré', 'commande annulée'],
    whatsAppName: 'fluxasync_livraison_annulee_1',
  },
  livraison_sans_livreur: {
    to: 'seller',
    title: 'Livraison sans livreur',
    text: 'Aucun livreur pour {numero} vers {destination}. Motif : {motif}.',
    examples: ['CMD-20261122-000001', 'Bingerville, Feh Kessé', 'aucun livreur ne couvre cette zone'],
    whatsAppName: 'fluxasync_livraison_sans_livreur_1',
  },
  livraison_terminee: {
    to: 'seller',
    title: 'Livraison effectuée',
    text: '{livreur} a livré {numero} à {client} et encaissé {montant} FCFA.',
    examples: ['Mamadou Diabaté', 'CMD-20261122-000001', 'Aminata Traoré', '47.000'],
    whatsAppName: 'fluxasync_livraison_terminee_1',
  },
  livraison_echouee: {
    to: 'seller',
    title: 'Livraison non aboutie',
    text: '{livreur} n’a pas pu livrer {numero} à {client} (essai {essai}). Motif : {motif}.',
    examples: ['Mamadou Diabaté', 'CMD-20261122-000001', 'Aminata Traoré', '1', 'client absent'],
    whatsAppName: 'fluxasync_livraison_echouee_1',
  },
  conversation_a_reprendre: {
    to: 'seller',
    title: 'Un client vous attend',
    text: '{client} a besoin de vous dans la conversation. Motif : {motif}.',
    examples: ['Aminata Traoré', 'le client demande à parler au vendeur'],
    whatsAppName: 'fluxasync_conversation_a_reprendre_1',
  },
  stock_bas: {
    to: 'seller',
    title: 'Stock bas',
    text: '{produit} : il reste {quantite} en stock (seuil d’alerte : {seuil}).',
    examples: ['Nike Air Max 90', '2', '3'],
    whatsAppName: 'fluxasync_stock_bas_1',
  },
  email_urgent: {
    to: 'seller',
    title: 'E-mail urgent reçu',
    text: 'De {expediteur} : {resume} Ouvrez vos e-mails pour répondre.',
    examples: ['fournisseur@nike-ci.com', 'Nike CI annonce un nouveau stock et attend une réponse avant demain.'],
    whatsAppName: 'fluxasync_email_urgent_1',
  },
  boite_a_reconnecter: {
    to: 'seller',
    fixed: true,
    title: 'Boîte mail à reconnecter',
    text: 'FluxAsync n’a plus accès à la boîte {boite}. Reconnectez-la dans les réglages pour que vos e-mails soient de nouveau lus.',
    examples: ['kouadio@gmail.com'],
    whatsAppName: 'fluxasync_boite_a_reconnecter_1',
  },
  whatsapp_suspendu: {
    to: 'seller',
    fixed: true,
    title: 'Numéro WhatsApp suspendu',
    text: 'WhatsApp refuse vos réponses : {motif} Les messages de vos clients sont gardés ; vos réponses partiront ensuite.',
    examples: ['L’accès à votre compte WhatsApp a expiré : reconnectez-le dans les réglages.'],
    whatsAppName: 'fluxasync_whatsapp_suspendu_1',
  },
  whatsapp_restreint: {
    to: 'seller',
    fixed: true,
    title: 'Numéro WhatsApp restreint',
    text: 'Envois limités : {motif} Vos réponses partent toujours ; modèles et promotions attendent. Prochain essai {fin}, sans rien faire.',
    examples: [
      'WhatsApp a restreint ce numéro : trop de messages signalés ou bloqués par les clients.',
      'mardi 24 novembre à 10:00',
    ],
    whatsAppName: 'fluxasync_whatsapp_restreint_1',
  },
  budget_ia_atteint: {
    to: 'seller',
    title: 'Budget IA du jour atteint',
    text: 'Le budget de votre assistant IA pour aujourd’hui ({budget}) est atteint. L’assistant sans IA répond à vos clients jusqu’à demain.',
    examples: ['50.000 jetons'],
    whatsAppName: 'fluxasync_budget_ia_atteint_1',
  },
  commande_modifiee: {
    to: 'customer',
    title: 'Commande mise à jour',
    text: 'Bonjour {client}, votre commande {numero} chez {boutique} a été mise à jour : {articles}. Total : {total} FCFA, livraison en plus.',
    examples: ['Aminata Traoré', 'CMD-20261122-000001', 'Kouadio Chaussures', '2x Nike Air Max 90', '90.000'],
    whatsAppName: 'fluxasync_commande_modifiee_1',
  },
  livraison_reprevue: {
    to: 'customer',
    title: 'Livraison : mise à jour',
    text: 'Bonjour {client}, mise à jour de votre commande {numero} chez {boutique} ({colis}) : elle sera livrée {creneau} par {livreur}. Montant à payer à la livraison : {montant} FCFA.',
    examples: [
      'Aminata Traoré',
      'CMD-20261122-000001',
      'Kouadio Chaussures',
      '2x Nike Air Max 90',
      'mardi 24 novembre à 10:00',
      'Mamadou Diabaté',
      '92.000',
    ],
    whatsAppName: 'fluxasync_livraison_reprevue_1',
  },
  livraison_modifiee: {
    to: 'courier',
    title: 'Livraison : mise à jour',
    text: '{numero}, mise à jour : {colis}. À récupérer : {depart}. À livrer : {destination}, {creneau}. Client : {client}, {telephone}. À encaisser : {montant} FCFA.',
    examples: [
      'CMD-20261122-000001',
      '2x Nike Air Max 90',
      'Abobo, Magasin Kouadio Chaussures',
      'Cocody, Angré 7ème tranche, Villa 123',
      'mardi 24 novembre à 10:00',
      'Aminata Traoré',
      '+225 05 98 76 54 32',
      '92.000',
    ],
    buttons: ['Colis récupéré', 'Livré et encaissé', 'Livraison impossible'],
    whatsAppName: 'fluxasync_livraison_modifiee_1',
  },
  livraison_retiree: {
    to: 'courier',
    title: 'Livraison retirée',
    text: '{numero} est confiée à un autre livreur : elle n’est plus à livrer par vous. Motif : {motif}.',
    examples: ['CMD-20261122-000001', 'le vendeur a choisi un autre livreur'],
    whatsAppName: 'fluxasync_livraison_retiree_1',
  },
  webhook_desactive: {
    to: 'seller',
    fixed: true,
    title: 'Envoi d’événements désactivé',
    text: 'FluxAsync n’envoie plus d’événements à {adresse}, qui ne répond plus depuis {debut}. Motif : {motif}. Réactivez cette adresse dans les réglages.',
    examples: ['https://boutique.example/evenements', 'vendredi 20 novembre à 14:00', 'l’adresse ne répond pas'],
    whatsAppName: 'fluxasync_webhook_desactive_1',
  },
  code_securite: {
    to: 'seller',
    fixed: true,
    title: 'Code de sécurité',
    text: 'Bonjour {prenom}, votre code FluxAsync est {code}. Il est valable jusqu’au {fin}. Ne le donnez à personne.',
    examples: ['Jean', '482913', 'lundi 23 novembre à 14:15'],
    whatsAppName: 'fluxasync_code_securite_1',
  },
  // A template of its own: who gets it has never heard of FluxAsync, and a bare code would tell him nothing.
  invitation_equipe: {
    to: 'seller',
    fixed: true,
    title: 'Invitation',
    text: 'Bonjour {prenom}, {boutique} vous invite dans son équipe sur FluxAsync. Votre code : {code}. Il est valable jusqu’au {fin}. Ne le donnez à personne.',
    examples: ['Awa', 'Kouadio Chaussures', '4829 1357', 'lundi 30 novembre à 14:00'],
    whatsAppName: 'fluxasync_invitation_equipe_1',
  },
  demande_client: {
    to: 'seller',
    title: 'Demande d’un client',
    text: '{client} demande ({numero}) : {demande}. L’assistant continue de répondre ; répondez dans la conversation.',
    examples: ['Aminata Traoré', 'CMD-20261122-000001', 'être livrée après 17h'],
    whatsAppName: 'fluxasync_demande_client_1',
  },
  colis_en_route: {
    to: 'customer',
    title: 'Votre livreur est en route',
    text: 'Bonjour {client}, {livreur} a récupéré votre commande {numero} chez {boutique} et arrive chez vous. Montant à payer à la livraison : {montant} FCFA. Son numéro : {telephone}.',
    examples: ['Aminata Traoré', 'Mamadou Diabaté', 'CMD-20261122-000001', 'Kouadio Chaussures', '47.000', '+225 07 11 22 33 44'],
    whatsAppName: 'fluxasync_colis_en_route_1',
  },
  livraison_remerciement: {
    to: 'customer',
    title: 'Commande livrée',
    text: 'Merci {client} ! Votre commande {numero} est livrée. À bientôt chez {boutique}.',
    examples: ['Aminata Traoré', 'CMD-20261122-000001', 'Kouadio Chaussures'],
    whatsAppName: 'fluxasync_livraison_remerciement_1',
  },
} as const satisfies Record<string, NoticeTemplate>;

export type NoticeKind = keyof typeof TEMPLATES;

/** Kinds that carry a code: between the platform and the person. */
export const CODE_KINDS = ['code_securite', 'invitation_equipe'] as const satisfies readonly NoticeKind[];

type Placeholder<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;

/** The values that a notice's text asks for, by name. */
export type NoticeValues<K extends NoticeKind> = Record<Placeholder<(typeof TEMPLATES)[K]['text']>, string>;

/** A kind's wording, without its literal types. */
export const templateOf = (kind: NoticeKind): NoticeTemplate => TEMPLATES[kind];

/** Every kind of notice that the seller gets, in the order of the table above. */
export const SELLER_KINDS = (Object.keys(TEMPLATES) as NoticeKind[]).filter((kind) => templateOf(kind).to === 'seller');
