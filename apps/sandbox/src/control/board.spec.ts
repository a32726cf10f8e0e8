import type { Phone, Role } from '../whatsapp/whatsapp.js';
import { onStage } from './board.js';

const phone = (name: string, role?: Role): Phone => ({ waId: name, name, role }) as Phone;

describe('who is on the page', () => {
  const story = [phone('Aminata Traoré', 'customer'), phone('Jean Kouadio', 'seller'), phone('Mamadou Diabaté', 'courier')];
  const customers = Array.from({ length: 20 }, (_, index) => phone(`Cliente ${index}`, 'customer'));

  it('shows the seller and the courier however many customers wrote, and of these the last', () => {
    const shown = onStage([...story, ...customers], ({ waId }) => Number(waId.split(' ')[1]) || 0).map(({ name }) => name);
    expect(shown).toHaveLength(12);
    expect(shown).toEqual(
      expect.arrayContaining(['Aminata Traoré', 'Jean Kouadio', 'Mamadou Diabaté', 'Cliente 19', 'Cliente 11']),
    );
    expect(shown).not.toContain('Cliente 0');
  });

  it('shows a customer who was just given a telephone', () => {
    const lastWordOf = ({ name }: Phone) => (name === 'Cliente 3' ? undefined : 1);
    expect(onStage([...story, ...customers], lastWordOf).map(({ name }) => name)).toContain('Cliente 3');
  });
});
