import { x } from './x';

export type Price = { amount: number } | null;

export interface Item {
  name: string;
  price?: number;
  total(tax: number): number;
}

export enum Color { Red = 'r', Green }

@Controller('items')
export class ItemsController {
  private readonly cache = new Map<string, Item>();
  static limit = 10

  constructor(private readonly items: Items) {}

  @Get(':id')
  async find(@Param('id') id: string): Promise<{ item: Item }> {
    return { item: `${this.cache.get(`x${id}`)}` as any };
  }

  get size(): number { return /[}/]/.test('}') ? 1 : 2; }
}

export function parse(text: string) {
  function inner() {}
  return text;
}

export const load = async (id: string): Promise<void> => {
  const skip = () => 1;
};

const plain = 5;
export const twice = (n: number) => n * 2;
