using Microsoft.AspNetCore.Mvc;
using Nop.Plugin.Misc.GiftWrapping.Domain;
using Nop.Plugin.Misc.GiftWrapping.Models;
using Nop.Plugin.Misc.GiftWrapping.Services;
using Nop.Services.Security;
using Nop.Web.Framework;
using Nop.Web.Framework.Controllers;
using Nop.Web.Framework.Mvc.Filters;

namespace Nop.Plugin.Misc.GiftWrapping.Controllers;

/// <summary>
/// Wrapping papers in the admin area
/// </summary>
[Area(AreaNames.ADMIN)]
[AuthorizeAdmin]
[AutoValidateAntiforgeryToken]
public class WrappingPaperController : BasePluginController
{
    private const string VIEWS = "~/Plugins/Misc.GiftWrapping/Views/Paper/";

    private readonly IGiftWrappingService _wrappingService;

    public WrappingPaperController(IGiftWrappingService wrappingService)
    {
        _wrappingService = wrappingService;
    }

    [CheckPermission(StandardPermission.Configuration.MANAGE_PLUGINS)]
    public async Task<IActionResult> List()
    {
        var papers = await _wrappingService.GetPapersAsync(showHidden: true);

        return View(VIEWS + "List.cshtml", papers.Select(ToModel).ToList());
    }

    public IActionResult Create()
    {
        return View(VIEWS + "Edit.cshtml", new WrappingPaperModel { Published = true });
    }

    public async Task<IActionResult> Edit(int id)
    {
        var paper = await _wrappingService.GetPaperByIdAsync(id);

        return paper == null ? RedirectToAction("List") : View(VIEWS + "Edit.cshtml", ToModel(paper));
    }

    [HttpPost]
    public async Task<IActionResult> Edit(WrappingPaperModel model)
    {
        if (!ModelState.IsValid)
            return View(VIEWS + "Edit.cshtml", model);

        var paper = await _wrappingService.GetPaperByIdAsync(model.Id) ?? new WrappingPaper();
        paper.Name = model.Name;
        paper.Fee = model.Fee;
        paper.StockQuantity = model.StockQuantity;
        paper.Published = model.Published;
        paper.DisplayOrder = model.DisplayOrder;
        await _wrappingService.SavePaperAsync(paper);

        return RedirectToAction("List");
    }

    [HttpPost]
    public async Task<IActionResult> Delete(int id)
    {
        var paper = await _wrappingService.GetPaperByIdAsync(id);
        if (paper != null)
            await _wrappingService.DeleteOrUnpublishPaperAsync(paper);

        return RedirectToAction("List");
    }

    private static WrappingPaperModel ToModel(WrappingPaper paper)
    {
        return new WrappingPaperModel
        {
            Id = paper.Id,
            Name = paper.Name,
            Fee = paper.Fee,
            StockQuantity = paper.StockQuantity,
            Published = paper.Published,
            DisplayOrder = paper.DisplayOrder
        };
    }
}
