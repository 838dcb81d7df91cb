using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.GiftWrapping.Domain;

namespace Nop.Plugin.Misc.GiftWrapping.Services;

/// <summary>
/// Wrapping papers, and what shoppers choose of them
/// </summary>
public interface IGiftWrappingService
{
    Task<IPagedList<WrappingPaper>> GetPapersAsync(bool showHidden = false, int pageIndex = 0, int pageSize = int.MaxValue);

    Task<WrappingPaper> GetPaperByIdAsync(int paperId);

    Task SavePaperAsync(WrappingPaper paper);

    Task DeleteOrUnpublishPaperAsync(WrappingPaper paper);

    Task ChooseAsync(Customer customer, ShoppingCartItem item, WrappingPaper paper, string greeting);

    Task RemoveChoiceAsync(Customer customer, int shoppingCartItemId);

    Task<decimal> GetWrappingFeeAsync(Customer customer, decimal orderSubtotal);

    Task<IList<CartItemWrap>> GetWrapsAsync(Customer customer);
}
