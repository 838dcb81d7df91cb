using Nop.Core;
using Nop.Core.Domain.Customers;
using Nop.Core.Domain.Orders;
using Nop.Data;
using Nop.Plugin.Misc.GiftWrapping.Domain;

namespace Nop.Plugin.Misc.GiftWrapping.Services;

/// <summary>
/// Wrapping papers, and what shoppers choose of them
/// </summary>
public class GiftWrappingService : IGiftWrappingService
{
    private readonly GiftWrappingSettings _settings;
    private readonly IRepository<CartItemWrap> _wrapRepository;
    private readonly IRepository<WrappingPaper> _paperRepository;

    public GiftWrappingService(GiftWrappingSettings settings,
        IRepository<CartItemWrap> wrapRepository,
        IRepository<WrappingPaper> paperRepository)
    {
        _settings = settings;
        _wrapRepository = wrapRepository;
        _paperRepository = paperRepository;
    }

    public async Task<IPagedList<WrappingPaper>> GetPapersAsync(bool showHidden = false, int pageIndex = 0, int pageSize = int.MaxValue)
    {
        return await _paperRepository.GetAllPagedAsync(query =>
        {
            if (!showHidden)
                query = query.Where(paper => paper.Published && paper.StockQuantity > 0);

            return query.OrderBy(paper => paper.DisplayOrder).ThenBy(paper => paper.Id);
        }, pageIndex, pageSize);
    }

    public async Task<WrappingPaper> GetPaperByIdAsync(int paperId)
    {
        return await _paperRepository.GetByIdAsync(paperId);
    }

    public async Task SavePaperAsync(WrappingPaper paper)
    {
        if (paper.Id == 0)
            await _paperRepository.InsertAsync(paper);
        else
            await _paperRepository.UpdateAsync(paper);
    }

    /// <summary>
    /// A paper that is still used by a wrapped item is unpublished instead of deleted
    /// </summary>
    public async Task DeleteOrUnpublishPaperAsync(WrappingPaper paper)
    {
        var used = await _wrapRepository.Table.AnyAsync(wrap => wrap.WrappingPaperId == paper.Id);
        if (!used)
        {
            await _paperRepository.DeleteAsync(paper);
            return;
        }

        paper.Published = false;
        await _paperRepository.UpdateAsync(paper);
    }

    /// <summary>
    /// Chooses or changes the wrapping paper and greeting of a shopping cart item
    /// </summary>
    public async Task ChooseAsync(Customer customer, ShoppingCartItem item, WrappingPaper paper, string greeting)
    {
        if (greeting?.Length > _settings.MaximumGreetingLength)
            throw new NopException("The greeting is too long");

        var wrap = await _wrapRepository.Table.FirstOrDefaultAsync(w => w.ShoppingCartItemId == item.Id);
        wrap ??= new CartItemWrap { ShoppingCartItemId = item.Id, CustomerId = customer.Id };
        wrap.WrappingPaperId = paper.Id;
        wrap.Greeting = greeting;
        wrap.Quantity = item.Quantity;
        wrap.UpdatedOnUtc = DateTime.UtcNow;

        if (wrap.Id == 0)
            await _wrapRepository.InsertAsync(wrap);
        else
            await _wrapRepository.UpdateAsync(wrap);
    }

    public async Task RemoveChoiceAsync(Customer customer, int shoppingCartItemId)
    {
        await _wrapRepository.DeleteAsync(wrap =>
            wrap.CustomerId == customer.Id && wrap.ShoppingCartItemId == shoppingCartItemId);
    }

    /// <summary>
    /// Wrapping is free of charge when the order subtotal reaches the configured amount
    /// </summary>
    public async Task<decimal> GetWrappingFeeAsync(Customer customer, decimal orderSubtotal)
    {
        if (_settings.FreeFromSubtotal > 0 && orderSubtotal >= _settings.FreeFromSubtotal)
            return decimal.Zero;

        var fee = decimal.Zero;
        foreach (var wrap in await GetWrapsAsync(customer))
        {
            var paper = await GetPaperByIdAsync(wrap.WrappingPaperId);
            fee += paper.Fee * wrap.Quantity;
        }

        return fee;
    }

    public async Task<IList<CartItemWrap>> GetWrapsAsync(Customer customer)
    {
        return await _wrapRepository.GetAllAsync(query => query.Where(wrap => wrap.CustomerId == customer.Id));
    }
}
