<?php
namespace App\Shop;

final class Shop extends Base implements Priced
{
    private string $name = 'x';
    const LIMIT = 10;

    public function __construct(private int $id) { $this->x = "{$id}"; }

    public function find(int $id): ?Item
    {
        return <<<SQL
            class Fake { function no() {} }
        SQL;
    }
}

interface Priced { public function price(): int; }
