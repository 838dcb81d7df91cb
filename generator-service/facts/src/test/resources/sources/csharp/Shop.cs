using System;

namespace Shop.Core
{
    /// <summary>A product</summary>
    [Table("products")]
    public class Product<T> : Entity, IPriced where T : class
    {
        public const string Key = "a { b ; \" c";
        private readonly string _raw = """
            { not a "brace" }
            """;

        public Product(string name) : base(name)
        {
            Name = name;
        }

        [Required, MaxLength(10)]
        public string Name { get; set; } = "}";

        public decimal Price => Compute($"{Name + "}"}");

        public event EventHandler Changed;

        public (int, int) Size() { return (1, 2); }

        public async Task<List<(int A, string B)>> ListAsync<TKey>(
            [FromQuery] int page = 1)
        {
            if (page > 0) { return null; }
            return new();
        }

#if NET8
        public void Newer() {
#else
        public void Older() {
#endif
        }

        public enum Kind { Simple = 1, [Obsolete] Grouped, }

        private class Nested { int x, y; }

        ~Product() { }
    }

    public record Money(decimal Amount, string Currency = "EUR");

    public record struct Point(int X, int Y) { public int Sum() => X + Y; }

    public delegate void Handler(object sender);

    public interface IPriced { decimal Price { get; } void Reprice(decimal by); }
}
