import type { OrderDetailView, ProductView, SellerView } from '#contracts';
import { newId } from '#database';

export const now = '2026-11-22T10:00:00.000Z';

export const aProduct = (over: Partial<ProductView> = {}): ProductView => ({
  id: newId(),
  name: 'Nike Air Max 90',
  unitPrice: 45_000,
  stock: 10,
  reserved: 0,
  aliases: [],
  photos: [],
  active: true,
  variants: [],
  createdAt: now,
  version: 1,
  ...over,
});

export const anOrder = (over: Partial<OrderDetailView> = {}): OrderDetailView => ({
  id: newId(),
  number: 'CMD-20261122-000001',
  prospectId: newId(),
  conversationId: newId(),
  customerName: 'Aminata Traoré',
  customerPhone: '+2250598765432',
  lines: [],
  total: 45_000,
  paid: 0,
  amountToCollect: 45_000,
  payments: [],
  refunds: [],
  deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
  deliveryPhone: '+2250598765432',
  status: 'delivered',
  createdAt: now,
  version: 4,
  history: [],
  ...over,
});

export const aSeller = (over: Partial<SellerView> = {}): SellerView => ({
  id: newId(),
  lastName: 'Kouadio',
  firstName: 'Jean',
  email: 'kouadio@gmail.com',
  phone: '+2250712345678',
  country: "Côte d'Ivoire",
  sector: 'chaussures',
  shopName: 'Kouadio Chaussures',
  timeZone: 'Africa/Abidjan',
  createdAt: now,
  version: 1,
  ...over,
});
