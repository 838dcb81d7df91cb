using Nop.Core.Configuration;

namespace Nop.Plugin.Misc.GiftWrapping;

/// <summary>
/// Settings of the gift wrapping plugin
/// </summary>
public class GiftWrappingSettings : ISettings
{
    /// <summary>
    /// Order subtotal from which wrapping is free of charge; zero if it never is
    /// </summary>
    public decimal FreeFromSubtotal { get; set; }

    /// <summary>
    /// Longest greeting that a shopper may write
    /// </summary>
    public int MaximumGreetingLength { get; set; } = 200;

    /// <summary>
    /// Stock at which the store owner is told that a paper runs low
    /// </summary>
    public int LowStockThreshold { get; set; } = 10;
}
