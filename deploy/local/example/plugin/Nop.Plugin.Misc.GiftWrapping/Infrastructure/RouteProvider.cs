using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Nop.Web.Framework.Mvc.Routing;

namespace Nop.Plugin.Misc.GiftWrapping.Infrastructure;

public class RouteProvider : IRouteProvider
{
    public void RegisterRoutes(IEndpointRouteBuilder endpointRouteBuilder)
    {
        endpointRouteBuilder.MapControllerRoute(
            name: "Plugin.Misc.GiftWrapping.Choose",
            pattern: "cart/wrap/{cartItemId:min(0)}",
            defaults: new { controller = "GiftWrap", action = "Choose" });

        endpointRouteBuilder.MapControllerRoute(
            name: "Plugin.Misc.GiftWrapping.Remove",
            pattern: "cart/wrap/{cartItemId:min(0)}/remove",
            defaults: new { controller = "GiftWrap", action = "Remove" });
    }

    public int Priority => 0;
}
