/** Who plays in the story, and the platform's own number in the sandbox. */
export const PLATFORM_NUMBER = {
  phoneNumberId: '200000000000001',
  businessAccountId: 'WABA_FLUXASYNC',
  phone: '+2252720000001',
  accessToken: 'EAAB-sandbox-platform',
  name: 'FluxAsync',
};

export const KOUADIO = {
  lastName: 'Kouadio',
  firstName: 'Jean',
  email: 'kouadio@gmail.com',
  phone: '+2250712345678',
  country: "Côte d'Ivoire",
  sector: 'Chaussures',
  shopName: 'Kouadio Chaussures',
  pickupAddress: 'Abobo, Magasin Kouadio Chaussures',
  timeZone: 'Africa/Abidjan',
  openingHours: 'du lundi au samedi, de 8 h à 19 h',
};

export const SHOP_NUMBER = {
  phoneNumberId: '109988776655443',
  businessAccountId: 'WABA_123456',
  phone: '+2250700112233',
  accessToken: 'EAAB-sandbox-kouadio',
  name: 'Kouadio Chaussures',
};

export const MAILBOX = { provider: 'gmail', email: 'kouadio@gmail.com', refreshToken: '1//sandbox-kouadio' };

const sizes = (each: number, ...all: string[]) => all.map((size) => ({ size, stock: each }));

export const PRODUCTS = [
  {
    name: 'Nike Air Max 90',
    unitPrice: 45_000,
    aliases: ['air max', 'airmax'],
    variants: sizes(2, '38', '39', '40', '41', '42'),
  },
  { name: 'Adidas Stan Smith', unitPrice: 35_000, aliases: ['stan smith'], variants: sizes(3, '38', '39', '40', '41', '42') },
  { name: 'Puma Suede Classic', unitPrice: 30_000, aliases: ['suede'], variants: sizes(2, '39', '40', '41', '42') },
];

export const COURIER = { fullName: 'Mamadou Diabaté', phone: '+2250711223344', zones: ['Cocody', 'Marcory', 'Plateau'] };

export const AMINATA = { name: 'Aminata Traoré', phone: '+2250598765432' };

export const AD = {
  source_url: 'https://fb.me/8kKouadioNike',
  source_id: '120226305850001',
  source_type: 'ad',
  headline: 'Chaussures Nike à Abidjan',
  body: 'Livraison à domicile',
  media_type: 'image',
  ctwa_clid: 'Aff-nCI0001',
};

export const MAIL = {
  from: 'fournisseur@nike-ci.com',
  subject: 'Nouveau stock Nike disponible - Livraison urgent',
  text: 'Bonjour M. Kouadio,\n\nLe nouveau stock Nike est disponible. Merci de confirmer votre commande avant ce soir : la livraison est urgente.\n\nCordialement,\nNike CI',
};

export const digits = (phone: string) => phone.replace(/\D/g, '');

/** Whose telephones the page of the sandbox shows, in this order; the seller's also runs the shop's number. */
export const PHONES = [
  { name: AMINATA.name, phone: AMINATA.phone, role: 'customer' },
  { name: `${KOUADIO.lastName} ${KOUADIO.firstName}`, phone: KOUADIO.phone, role: 'seller', shop: SHOP_NUMBER.phoneNumberId },
  { name: COURIER.fullName, phone: COURIER.phone, role: 'courier' },
];
