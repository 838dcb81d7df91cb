extern alias Legacy;
global using System.Linq;
using System;
using static System.Math;
using Rows = System.Collections.Generic.List<(int Id, string Name)>;
using global::Shop.Base;

[assembly: Version("1.0")]

namespace Shop.Core;

[Table("orders"), Audited]
[return: Odd]
public sealed partial class Order<TKey, [Mark] TLine>([FromServices] IClock clock, int limit = 10)
    : Entity<TKey>(clock, limit), IComparable<Order<TKey, TLine>>, global::Shop.IRoot
    where TKey : struct, IEquatable<TKey>
    where TLine : class?, new()
{
    public const int Small = 1, Large = Small + 2;
    private readonly Dictionary<string, List<int>> _rows = new Dictionary<string, List<int>>(), _more;
    [ThreadStatic] internal static volatile string? name;
    private unsafe fixed byte buffer[16];
    private readonly bool _less = Small < Large, _more2 = Large > Small;
    private static readonly delegate* unmanaged[Cdecl]<int, void> Callback;
    (int Left, string Right)[] pairs = { (1, "a") };

    static Order() { }
    [Obsolete] protected internal Order(string text) : this(text is null ? null : Clock(text), 2) => name = text;
    ~Order() { }

    [property: JsonIgnore, Required]
    [field: NonSerialized]
    public required string Title { [Get] get; private set; } = "none";
    public int @class => Small;
    public virtual ref readonly int Count { get => ref _count; }
    public bool record { get; set; }
    public string value { get; init; }
    public string this[int row, string column = "a"] { get => ""; set { } }
    decimal IPriced<TKey>.Price { get; }

    public event EventHandler Changed, Closed;
    public event Action<int> Added { add { } remove { } }

    public async Task<Dictionary<string, List<int>>> LoadAsync<TOther, TResult>(
        [FromBody] Order<TKey, TLine> order, CancellationToken token = default)
        where TOther : IEnumerable<TResult>
    {
        int Local() => 1;
        return await Task.FromResult(order);
    }
    (int Row, string Column) Find(params int[] rows) => (1, "x");
    public ref int First() => ref _rows[0];
    void IDisposable.Dispose() { }
    IEnumerator<TKey> IEnumerable<TKey>.GetEnumerator() => null;
    [DllImport("kernel")] private static extern unsafe int* Native(void* at);
    partial void OnLoaded(string? hint);
    public static bool operator ==(Order<TKey, TLine> a, Order<TKey, TLine> b) => true;
    public static bool operator true(Order<TKey, TLine> a) => true;
    public static explicit operator List<int>(Order<TKey, TLine> order) => null;
    public int get() => 1;
    public Task async() => null;
    public int partial;

#if DEBUG
    public int OnlyHere() { return 1; }
#else
    public int NeverHere() { return 2; }
#endif

    #region nested
    public enum State : byte
    {
        [Display(Name = "new")] New = 1,
        Paid = New << 2,
        Sent,
    }
    public interface IPart<in TIn, out TOut>
    {
        TOut Make(TIn input);
        static abstract int Size { get; }
        void Default() { }
    }
    #endregion
    public delegate TResult Maker<in T, out TResult>(T input) where T : class;
}

public record Money([property: JsonPropertyName("amount")] decimal Amount, string? Currency = "EUR") : Value(Amount);
public readonly record struct Point(int X, int Y);
record class Empty;
file static class Extensions
{
    public static T Of<T>(this T it, out int n) { n = 1; return it; }
}
