using Nop.Core;

namespace Nop.Plugin.Misc.GiftWrapping.Domain;

/// <summary>
/// The wrapping that a shopper chose for a shopping cart item
/// </summary>
public class CartItemWrap : BaseEntity
{
    public int ShoppingCartItemId { get; set; }

    public int WrappingPaperId { get; set; }

    public int CustomerId { get; set; }

    public string Greeting { get; set; }

    public int Quantity { get; set; }

    public DateTime UpdatedOnUtc { get; set; }
}
