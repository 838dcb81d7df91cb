using Nop.Core;

namespace Nop.Plugin.Misc.GiftWrapping.Domain;

/// <summary>
/// A paper that shoppers can choose
/// </summary>
public class WrappingPaper : BaseEntity
{
    public string Name { get; set; }

    public int PictureId { get; set; }

    /// <summary>
    /// Fee for wrapping one item
    /// </summary>
    public decimal Fee { get; set; }

    /// <summary>
    /// Sheets left in the warehouse
    /// </summary>
    public int StockQuantity { get; set; }

    public bool Published { get; set; }

    public int DisplayOrder { get; set; }
}
