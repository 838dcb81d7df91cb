using Nop.Web.Framework.Models;
using Nop.Web.Framework.Mvc.ModelBinding;

namespace Nop.Plugin.Misc.GiftWrapping.Models;

public record WrappingPaperModel : BaseNopEntityModel
{
    [NopResourceDisplayName("Plugins.Misc.GiftWrapping.Paper")]
    public string Name { get; set; }

    public decimal Fee { get; set; }

    public int StockQuantity { get; set; }

    public bool Published { get; set; }

    public int DisplayOrder { get; set; }
}

public record ChooseWrapModel : BaseNopModel
{
    public int ShoppingCartItemId { get; set; }

    public int WrappingPaperId { get; set; }

    [NopResourceDisplayName("Plugins.Misc.GiftWrapping.Greeting")]
    public string Greeting { get; set; }

    public IList<WrappingPaperModel> Papers { get; set; } = new List<WrappingPaperModel>();
}
