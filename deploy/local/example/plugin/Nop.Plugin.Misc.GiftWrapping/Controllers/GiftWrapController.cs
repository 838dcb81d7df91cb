using Microsoft.AspNetCore.Mvc;
using Nop.Core;
using Nop.Core.Domain.Orders;
using Nop.Plugin.Misc.GiftWrapping.Models;
using Nop.Plugin.Misc.GiftWrapping.Services;
using Nop.Services.Orders;
using Nop.Web.Controllers;

namespace Nop.Plugin.Misc.GiftWrapping.Controllers;

/// <summary>
/// Lets a shopper choose a wrapping paper for a shopping cart item
/// </summary>
public class GiftWrapController : BasePublicController
{
    private readonly IGiftWrappingService _wrappingService;
    private readonly IShoppingCartService _shoppingCartService;
    private readonly IWorkContext _workContext;

    public GiftWrapController(IGiftWrappingService wrappingService,
        IShoppingCartService shoppingCartService,
        IWorkContext workContext)
    {
        _wrappingService = wrappingService;
        _shoppingCartService = shoppingCartService;
        _workContext = workContext;
    }

    public async Task<IActionResult> Choose(int cartItemId)
    {
        var papers = await _wrappingService.GetPapersAsync();
        var model = new ChooseWrapModel
        {
            ShoppingCartItemId = cartItemId,
            Papers = papers.Select(paper => new WrappingPaperModel { Id = paper.Id, Name = paper.Name, Fee = paper.Fee }).ToList()
        };

        return View("~/Plugins/Misc.GiftWrapping/Views/Wrap/Choose.cshtml", model);
    }

    [HttpPost]
    public async Task<IActionResult> Choose(ChooseWrapModel model)
    {
        var customer = await _workContext.GetCurrentCustomerAsync();
        var cart = await _shoppingCartService.GetShoppingCartAsync(customer, ShoppingCartType.ShoppingCart);
        var item = cart.FirstOrDefault(cartItem => cartItem.Id == model.ShoppingCartItemId);
        var paper = await _wrappingService.GetPaperByIdAsync(model.WrappingPaperId);
        if (item == null || paper is not { Published: true })
            return RedirectToRoute("ShoppingCart");

        await _wrappingService.ChooseAsync(customer, item, paper, model.Greeting);

        return RedirectToRoute("ShoppingCart");
    }

    [HttpPost]
    public async Task<IActionResult> Remove(int cartItemId)
    {
        await _wrappingService.RemoveChoiceAsync(await _workContext.GetCurrentCustomerAsync(), cartItemId);

        return RedirectToRoute("ShoppingCart");
    }
}
