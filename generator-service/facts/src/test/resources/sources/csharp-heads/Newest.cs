namespace Shop.Core;

static class Additions
{
    extension<T>(Order<T> order) where T : class
    {
        public int Twice => 2;
        public static Order<T> operator +(Order<T> a, int b) => a;
    }

    public static int Half(this int of) => of / 2;
}

class Marker : Entity<int>;
